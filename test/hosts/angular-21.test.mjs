import { testHost } from './support/test-host.mjs';

testHost('a host of Angular 21, without zone.js', 'angular-21');
