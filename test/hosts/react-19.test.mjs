import { testHost } from './support/test-host.mjs';

testHost('a host of React 19', 'react-19');
