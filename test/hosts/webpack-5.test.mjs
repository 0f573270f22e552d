import { testHost } from './support/test-host.mjs';

testHost('a host bundled by webpack 5', 'webpack-5');
