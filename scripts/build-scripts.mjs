/**
 * The files for script tags: `cdn/learner-elements.js` with every tag, `cdn/creator.js` and `cdn/at-risk.js` with one family, the worker,
 * translations, what the numbers mean and what writes files by themselves, and the licences of what is inside. `--readable` builds the one
 * script alone, which is all that the examples need.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { ascii } from './lib/ascii.mjs';
import { ROOT } from './lib/files.mjs';
import { localeNames } from './locales/names.mjs';
import { licencesOf } from './script/licences.mjs';
import { buildOneFile } from './script/one-file.mjs';

const { version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
/** The same for each file, so that a project may have more than one of them in sight. */
const TYPES = `export {};
declare global {
  var LearnerElements: typeof import('../dist/index.js');
  interface Window {
    readonly LearnerElements: typeof import('../dist/index.js');
  }
}
`;
/** Where these files leave what they have; on a server, which imports what a page does, nowhere. */
const PAGE = "(typeof window === 'undefined' ? {} : window)";
const short = !process.argv.includes('--readable');
/** How a file is built that the scripts load when it is first asked for. */
const ON_DEMAND = { bundle: true, minify: short, format: 'iife', target: 'es2017', legalComments: 'none', logLevel: 'warning' };

if (short) await buildAll();
else await Promise.all([script('learner-elements', 'src/index.ts'), exportScript(), definitionScript(), localeScripts()]);

async function buildAll() {
  const inputs = await script('learner-elements', 'src/index.ts');
  await script('creator', 'src/creator.ts', 'creator');
  await script('at-risk', 'src/at-risk.ts', 'at-risk');
  await exportScript();
  await definitionScript();
  await localeScripts();
  writeFileSync(join(ROOT, 'cdn/stats.worker.d.ts'), 'export {};\n');
  writeFileSync(join(ROOT, 'cdn/tracker.d.ts'), "export * from '../dist/tracker/start-tracking.js';\n");
  writeFileSync(join(ROOT, 'cdn/third-party-licences.txt'), licencesOf(inputs));
}

/** The script has no exports: it defines the tags, and what else it offers stands on `window`. */
async function script(name, page, family) {
  mkdirSync(join(ROOT, 'cdn'), { recursive: true });
  writeFileSync(join(ROOT, `cdn/${name}.d.ts`), TYPES);
  const banner = `/*! learner-elements ${version} | ${license} */`;
  return buildOneFile({
    page,
    worker: 'src/workers/stats.worker.ts',
    name,
    global: 'LearnerElements',
    banner,
    short,
    family,
  });
}

/** What the scripts load when a reader first asks for a file. */
async function exportScript() {
  await inAscii('export.js', {
    entryPoints: [join(ROOT, 'src/export/run-export.ts')],
    globalName: 'LearnerElementsExport',
    footer: { js: `${PAGE}.LearnerElementsExport = LearnerElementsExport;` },
  });
}

/** What the scripts load when a reader first asks how something is counted: all that the dictionary says. */
async function definitionScript() {
  await inAscii('definitions.js', {
    stdin: {
      contents: `import { DEFINITIONS } from './definitions.js'; ${PAGE}.LearnerElementsDefinitions = DEFINITIONS;`,
      resolveDir: join(ROOT, 'src/metrics'),
    },
  });
}

async function inAscii(name, options) {
  const { outputFiles } = await build({ ...options, ...ON_DEMAND, charset: 'utf8', write: false });
  writeFileSync(join(ROOT, 'cdn', name), ascii(outputFiles[0].text));
}

/**
 * The texts of each language, which the scripts load when a `lang` around a widget asks for them, and those of the definitions, when a
 * reader does. A page may load them before. They are UTF-8, as escapes would make them a tenth larger; the scripts load them as that.
 */
async function localeScripts() {
  const files = localeNames().flatMap((name) => [
    { name, file: name, take: 'locale', global: 'LearnerElementsLocales', texts: 'locale.texts' },
    { name, file: `definitions/${name}`, take: 'definitions', global: 'LearnerElementsDefinitionTexts', texts: 'definitions' },
  ]);
  await Promise.all(
    files.map(({ name, file, take, global, texts }) =>
      build({
        stdin: {
          contents: `import { ${take} } from './${file}.js';
            const page = ${PAGE};
            (page.${global} = page.${global} || {})[${JSON.stringify(name)}] = ${texts};`,
          resolveDir: join(ROOT, 'src/locales'),
        },
        outfile: join(ROOT, `cdn/locales/${file}.js`),
        charset: 'utf8',
        ...ON_DEMAND,
      }),
    ),
  );
}
