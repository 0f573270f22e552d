import type { Provider } from '../provider.js';
import { prepareXapi } from './xapi/prepare.js';
import { readXapi } from './xapi/read.js';

/** xAPI 1.0.3 statements of Open edX, with its course and user tables if the host has them. */
export const xapiProvider: Provider = { id: 'xapi', read: readXapi, prepare: prepareXapi };
