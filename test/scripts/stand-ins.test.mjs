/** What builds have in the place of modules of `src` is held against these by the type checker. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { ROOT } from '../../scripts/lib/files.mjs';
import { standIns, standInsAlone } from '../../scripts/stand-ins/plugins.mjs';
import { FAMILIES, MODULE_PER_TAG, SCRIPT, WORKER_TEXT } from '../../scripts/stand-ins/tables.mjs';

const TABLES = { MODULE_PER_TAG, WORKER_TEXT, SCRIPT, ...FAMILIES };
/** Never written: it is named as if it stood in the project's folder. */
const CHECKED = join(ROOT, 'stand-ins-checked.ts');
/** Private fields tell classes apart that are used alike. */
const SHAPE = `type Shape<M> = {
  [K in keyof M]: M[K] extends new (...given: infer G) => infer I ? new (...given: G) => Pick<I, keyof I> : M[K];
};`;
/** One that is not of its type, so that the check is seen to find it. */
const DRIFTED = ['src/data/providers/xapi/sessions-tables.ts', '{ sessionTables: () => readonly [] }'];

test('what stands for a module has its exports, of the same types', () => {
  const pairs = Object.values(TABLES).flatMap((table) => Object.entries(table).map(([whole, other]) => [whole, typeOf(other)]));
  const told = problemsIn([...pairs, DRIFTED]);
  assert.match(
    told.pop() ?? '',
    /^src\/data\/providers\/xapi\/sessions-tables\.ts: [^]*'readonly \[\]' is not assignable to type 'Tables'/,
  );
  assert.deepEqual(told, []);
});

test('a table that names a file which is not there is refused', () => {
  const table = { 'src/data/gone.ts': 'src/data/part-need.ts' };
  for (const plugin of [standIns, standInsAlone])
    assert.throws(() => plugin(table), /expected files of the project, got src\/data\/gone\.ts/);
});

test('a module of the same name in another folder is left as it is', () => {
  const plugin = standIns(MODULE_PER_TAG);
  const importer = join(ROOT, 'src/data/engine/cube/table-index.ts');
  assert.equal(plugin.resolveId('./related.js', importer), join(ROOT, 'src/data/engine/cube/lazy-related.ts'));
  assert.equal(plugin.resolveId('../related.js', importer), null);
  assert.equal(plugin.resolveId('./related.js', join(ROOT, 'src/data/engine/cube/lazy-related.ts')), null);
});

function typeOf(file) {
  return `typeof import('./${file.replace(/\.ts$/, '.js')}')`;
}

/** What the type checker says of types that stand for modules, with the module. */
function problemsIn(pairs) {
  const checks = pairs.map(([whole, type], at) => `export const n${at}: Shape<${typeOf(whole)}> = {} as Shape<${type}>;`);
  const source = [...checks, SHAPE].join('\n');
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => file === CHECKED || fileExists(file);
  host.readFile = (file) => (file === CHECKED ? source : readFile(file));
  const program = ts.createProgram([CHECKED], options, host);
  const file = program.getSourceFile(CHECKED);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ start, messageText }) => {
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${pairs[line]?.[0] ?? 'the check itself'}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
