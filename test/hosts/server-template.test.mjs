import { testHost } from './support/test-host.mjs';

testHost('a host whose server renders templates', 'server-template', { program: 'server.js' });
