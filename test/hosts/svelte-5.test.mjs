import { testHost } from './support/test-host.mjs';

testHost('a host of Svelte 5', 'svelte-5');
