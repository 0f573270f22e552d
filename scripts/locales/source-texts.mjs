import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { filesUnder, ROOT } from '../lib/files.mjs';

/**
 * @typedef {{ text: string, one?: string }} SourceText English, with `{0}` for the first value; `one` where it depends on a number.
 */

/**
 * Every text of the source by id, in the order of the ids: `required` is what each translation must have, `definitions` the prose of
 * the dictionary, of which what charts show stands in the same file, the rest in one of `locales/definitions`.
 *
 * @returns {Promise<{ required: Record<string, SourceText>, definitions: Record<string, SourceText> }>}
 */
export async function sourceTexts() {
  const required = new Map();
  for (const file of filesUnder('src', '.ts').filter((path) => path !== 'src/localize/dictionary.ts')) collect(file, required);
  for (const file of filesUnder('src/data/providers', '.ts')) collectReasons(file, required);
  const definitions = new Map();
  for (const { id, label, definition, formula, edgeCases, source } of await dictionary()) {
    required.set(`label.${label}`, { text: label });
    definitions.set(`definition.${id}`, { text: definition });
    definitions.set(`formula.${id}`, { text: formula });
    definitions.set(`source.${source}`, { text: source });
    for (const text of edgeCases) definitions.set(`edge-case.${text}`, { text });
  }
  return { required: sorted(required), definitions: sorted(definitions) };
}

function collect(path, found) {
  const file = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const walk = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'msg') {
      const [source, options] = node.arguments;
      const id = options?.properties?.find((property) => property.name.getText() === 'id')?.initializer;
      if (id === undefined || !ts.isStringLiteral(id)) throw new Error(`${path}: expected msg(…, { id: '…' }), got ${node.getText()}`);
      const text = textOf(source, path);
      const other = found.get(id.text);
      if (other !== undefined && JSON.stringify(other) !== JSON.stringify(text)) {
        throw new Error(`${path}: ${id.text} has two texts, "${other.text}" and "${text.text}"`);
      }
      found.set(id.text, text);
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
}

/** Why data are unknown: the whole sentences among the texts of what reads data. */
function collectReasons(path, found) {
  const walk = (node) => {
    if (ts.isStringLiteral(node) && /^[A-Z][^:"]* [^:"]*\.$/.test(node.text)) found.set(`reason.${node.text}`, { text: node.text });
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true));
}

function textOf(node, path) {
  if (ts.isStringLiteralLike(node)) return { text: node.text };
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'str') {
    const { template } = node;
    if (ts.isNoSubstitutionTemplateLiteral(template)) return { text: template.text };
    return { text: template.templateSpans.reduce((text, { literal }, at) => `${text}{${at}}${literal.text}`, template.head.text) };
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'plural') {
    const [, one, other] = node.arguments;
    return { ...textOf(other, path), one: textOf(one, path).text };
  }
  throw new Error(`${path}: expected a text, str or plural in msg(…), got ${node.getText()}`);
}

async function dictionary() {
  const entry = join(ROOT, 'src/metrics/definitions.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm' });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return module.DEFINITIONS;
}

function sorted(found) {
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
