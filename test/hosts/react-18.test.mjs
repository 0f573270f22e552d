import { testHost } from './support/test-host.mjs';

testHost('a host of React 18', 'react-18');
