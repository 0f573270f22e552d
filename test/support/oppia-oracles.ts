import { needShared, sharedJson } from './shared.js';

interface Oracle {
  readonly id: string;
  readonly input: unknown;
  readonly expected: unknown;
}
interface Oracles {
  readonly oracles: readonly Oracle[];
  readonly executed_by_us: { readonly emitted: readonly EmittedEvent[]; readonly true_session_secs: number };
}

/** An event as Oppia's player sent it in the run of the oracles. */
export interface EmittedEvent {
  readonly event: string;
  readonly state: string;
  readonly time_spent_in_state_secs?: number;
  readonly client_time_spent_in_secs?: number;
}

/** Facts that Oppia's own tests assert, beside the project; the test is skipped where they are missing. */
export async function oppiaOracles(context: Mocha.Context): Promise<Oracles> {
  return needShared(context, await sharedJson<Oracles>('oracles/oppia/oracles.json'), 'Oppia oracles');
}

/** Input and expected output of one oracle. */
export async function oppiaOracle<I, E>(context: Mocha.Context, id: string): Promise<{ input: I; expected: E }> {
  const { oracles } = await oppiaOracles(context);
  const oracle = oracles.find((candidate) => candidate.id === id);
  if (oracle === undefined) throw new Error(`No Oppia oracle is called ${id}.`);
  return { input: oracle.input as I, expected: oracle.expected as E };
}
