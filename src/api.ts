export type {
  ErrorDetail,
  ExportDetail,
  FilterChangeDetail,
  FilterDetail,
  LoadDetail,
  ProgressDetail,
  SelectDetail,
  StatsEventMap,
} from './components/base/events.js';
export type { Configuration } from './components/base/configure.js';
export type { Locale, PluralTexts, Texts } from './localize/texts.js';
export { configure } from './components/base/configure.js';
export { configureWorker, purge } from './workers/connect.js';
export { VERSION } from './define/define.js';
