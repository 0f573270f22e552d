/** The folders of `src` that each folder may import from, besides itself. */
const SEES = {
  metrics: [],
  script: [],
  tracker: [],
  data: ['metrics'],
  locales: ['localize/texts\\.js'],
  localize: ['metrics', 'locales', 'script'],
  export: ['metrics', 'localize', 'script'],
  workers: ['metrics', 'data', 'script'],
  components: ['metrics', 'localize', 'export', 'script', 'workers/connect\\.js'],
  define: ['components'],
};
const FOLDERS = Object.keys(SEES);
const wholeLibrary = {
  regex: '^(?:\\.\\./)+index\\.js$',
  message: 'Import what is needed from where it stands; src/index.ts defines every tag.',
};

/** What families of tags are made of. */
const SHARED = ['base', 'charts', 'filters', 'table'];
const family = {
  regex: '^\\.\\./(?:at-risk|creator)/',
  message: 'What families of tags are made of imports nothing of a family.',
};

/** Flat-config entries that refuse an import from a folder which a folder of `src`, or what families of tags are made of, does not see. */
export const importBoundaries = [
  ...Object.entries(SEES).map(([folder, seen]) => boundary(folder, [`src/${folder}`], [unseen(folder, seen)])),
  boundary(
    'families',
    SHARED.map((folder) => `src/components/${folder}`),
    [unseen('components', SEES.components), family],
  ),
];

function boundary(name, folders, patterns) {
  return {
    name: `learner-elements/imports of ${name}`,
    files: folders.map((folder) => `${folder}/**/*.ts`),
    rules: { 'no-restricted-imports': ['error', { patterns: [...patterns, wholeLibrary] }] },
  };
}

function unseen(folder, seen) {
  const others = FOLDERS.filter((other) => other !== folder && !seen.includes(other));
  const allowed = seen
    .filter((path) => path.includes('/'))
    .map((path) => `(?!${path}$)`)
    .join('');
  return {
    regex: `^(?:\\.\\./)+${allowed}(?:${others.join('|')})/`,
    message: `src/${folder} may import only from itself${seen.length === 0 ? '' : ` and ${seen.join(', ').replaceAll('\\', '')}`}.`,
  };
}
