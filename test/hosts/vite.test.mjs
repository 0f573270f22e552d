import { testHost } from './support/test-host.mjs';

testHost('a host bundled by Vite', 'vite');
