import { readFile } from 'node:fs/promises';
import { loadCsf } from 'storybook/internal/csf-tools';
import type { Indexer } from 'storybook/internal/types';
import { ALWAYS, NAMES, OF_ACTIVITY } from '../stories/support/state-names.js';

const STORIES = /\/stories\/[^/]+\.stories\.ts$/;

/** A piece of a parsed file, as far as it is looked at here. */
interface Piece {
  readonly key?: { readonly name?: string };
  readonly value?: Piece;
  readonly expression?: Piece;
  readonly properties?: readonly Piece[];
}

/** Storybook finds stories in the text of a file, and those of states too: they are written at its end, on their way to it. */
export const stateIndexer: Indexer = {
  test: STORIES,
  createIndex: async (file, { makeTitle }) =>
    loadCsf(withStates(await readFile(file, 'utf8')), { fileName: file, makeTitle }).parse().indexInputs,
};

/** The same for the modules that a browser gets. */
export function stateStories(): { name: string; enforce: 'pre'; transform(code: string, id: string): string | undefined } {
  return {
    name: 'state-stories',
    enforce: 'pre',
    transform: (code, id) => (STORIES.test(id.split('?')[0] ?? '') ? withStates(code) : undefined),
  };
}

/** The text of a file of stories with an export for each state that its tag has. */
function withStates(code: string): string {
  const { _metaAnnotations: meta } = loadCsf(code, { makeTitle: (title) => title ?? '' }).parse();
  const states = propertyOf(meta['parameters'] as Piece | undefined, 'states');
  const shared = code.includes('...ofActivity()') ? OF_ACTIVITY : undefined;
  if (states === undefined && shared === undefined) return code;
  const keys = shared ?? (states?.expression ?? states)?.properties?.map(({ key }) => key?.name ?? '') ?? [];
  const own = keys.flatMap((key) => NAMES[key as keyof typeof NAMES] ?? []);
  const lines = [...own, ...ALWAYS].map((name) => `export const ${name}: StoryObj = states['${name}'];`);
  return `${code}\nimport { statesOf } from './support/states.js';\nconst states = statesOf(meta);\n${lines.join('\n')}\n`;
}

function propertyOf(piece: Piece | undefined, name: string): Piece | undefined {
  return piece?.properties?.find(({ key }) => key?.name === name)?.value;
}
