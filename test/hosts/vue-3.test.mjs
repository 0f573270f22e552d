import { testHost } from './support/test-host.mjs';

testHost('a host of Vue 3', 'vue-3');
