export type {
  ErrorDetail,
  FilterChangeDetail,
  FilterDetail,
  LoadDetail,
  ProgressDetail,
  SelectDetail,
  StatsEventMap,
} from './components/base/events.js';
export { configureWorker, purge } from './workers/connect.js';
export { VERSION } from './define/define.js';
