import { expose } from 'comlink';
import { StoreService } from './stats-service.js';
import { WireService } from './wire.js';

expose(new WireService(new StoreService()), self);
