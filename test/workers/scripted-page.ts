import { expect } from '@open-wc/testing';
import type { PartStatus } from '../../src/data/parts.js';
import { StatsError } from '../../src/data/stats-error.js';
import type { LoadInfo, OpenListener } from '../../src/workers/service.js';
import { rejection } from '../support/fetch-stub.js';

/** A worker that does what tests ask for. */
export function scriptedWorker(): Worker {
  return new Worker('/test/workers/scripted.worker.ts', { type: 'module' });
}

/** What a dataset of the page heard. */
export class Heard implements OpenListener {
  readonly progressed: [number, number | undefined][] = [];
  readonly infos: LoadInfo[] = [];
  readonly failures: string[] = [];
  readonly statuses: PartStatus[] = [];
  readonly asked: [string, boolean][] = [];

  progress(loaded: number, total?: number): void {
    this.progressed.push([loaded, total]);
  }
  loaded(info: LoadInfo): void {
    this.infos.push(info);
  }
  failed(error: { code: string }): void {
    this.failures.push(error.code);
  }
  parts(status: readonly PartStatus[]): void {
    this.statuses.push(...status);
  }
  headers(url: string, renewed: boolean): Promise<Record<string, string>> {
    this.asked.push([url, renewed]);
    return Promise.resolve({});
  }
}

/** The code of the error that work ends with, if it does. Rejects where it is no StatsError. */
export async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  const thrown = await rejection(work);
  if (thrown === undefined) return undefined;
  expect(thrown).to.be.instanceOf(StatsError);
  return (thrown as StatsError).code;
}
