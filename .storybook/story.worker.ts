import '../src/workers/stats.worker.js';
import { answerSized } from '../stories/support/sized.js';

answerSized();
