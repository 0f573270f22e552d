import type { Checked } from '../checked.js';

/** A way between two cards of an exploration; from null, that to its first card. */
export interface CardWay {
  readonly from: string | null;
  readonly to: string;
}

/** What an exploration is made of, as far as numbers need it. */
export interface Structure {
  /** Which version it is; unknown where the host does not say. */
  readonly version: number | null;
  readonly ways: readonly CardWay[];
}

/**
 * The body of `/createhandler/data/<id>`: the first card, and the cards to which each card sends, those for learners who are stuck
 * included. Texts of the exploration are not read. Throws `invalid` on a wrong type.
 */
export function readStructure(body: Checked): Structure {
  const first = body.get('init_state_name').text();
  const ways = body
    .get('states')
    .entries()
    .flatMap(([from, state]) => waysOf(state.get('interaction')).map((to): CardWay => ({ from, to })));
  return { version: body.get('version').count(), ways: first === null ? [] : [{ from: null, to: first }, ...ways] };
}

function waysOf(interaction: Checked): readonly string[] {
  if (!interaction.known) return [];
  const groups = interaction.get('answer_groups').items();
  const outcomes = [...groups.map((group) => group.get('outcome')), interaction.get('default_outcome')].filter(({ known }) => known);
  return outcomes.flatMap((outcome) => ['dest', 'dest_if_really_stuck'].flatMap((name) => outcome.get(name).text() ?? []));
}
