/** What the benchmark takes from the package: the parts that a provider and a dataset use. */
export { createEngine } from '../src/data/engine/create-engine.ts';
export { RecordColumns } from '../src/data/ingest/columns/record-columns.ts';
