/** What the benchmark takes from the package: the parts that a provider and a dataset use. */
export { decodeSnapshot, encodeSnapshot } from '../src/data/cache/snapshot-codec.ts';
export { engineOver } from '../src/data/engine/engine-over.ts';
export { RecordColumns } from '../src/data/ingest/columns/record-columns.ts';
