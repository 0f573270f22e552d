import type { Provider } from '../provider.js';
import { prepareXapi } from './xapi/prepare.js';
import { readXapi, XAPI_SNAPSHOT_VERSION } from './xapi/read.js';

/** xAPI 1.0.3 statements of Open edX, with its course and user tables if the host has them. */
export const xapiProvider: Provider = { id: 'xapi', version: XAPI_SNAPSHOT_VERSION, read: readXapi, prepare: prepareXapi };
