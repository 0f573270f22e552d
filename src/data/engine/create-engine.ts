import { metric as dictionaryMetric } from '../../metrics/dictionary.js';
import type { Tables } from '../table.js';
import type { Engine, EngineOptions } from './engine-over.js';
import { engineOver } from './engine-over.js';

export type { Engine } from './engine-over.js';

/** `engineOver` the given tables with the metrics of the dictionary, unless others are given. */
export function createEngine(
  tables: Tables,
  { metric = dictionaryMetric, ...options }: Omit<EngineOptions, 'metric'> & Partial<Pick<EngineOptions, 'metric'>>,
): Engine {
  return engineOver(tables, { ...options, metric });
}
