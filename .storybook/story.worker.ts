import { expose } from 'comlink';
import { StoreService } from '../src/workers/stats-service.js';
import { WireService } from '../src/workers/wire.js';
import { answerSized } from '../stories/support/sized.js';

answerSized();
expose(new WireService(new StoreService()), self);
