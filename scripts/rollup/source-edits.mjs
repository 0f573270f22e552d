import MagicString from 'magic-string';
import ts from 'typescript';

/**
 * The source with edits made to nodes of its syntax tree, and its map. `visit(node, edit)` is called for every node, parents
 * first; `edit(start, end, text)` replaces a range. Undefined where nothing changed.
 */
export function editedSource(file, code, visit) {
  const changed = new MagicString(code);
  const walk = (node) => {
    visit(node, (start, end, text) => changed.update(start, end, text));
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  return changed.hasChanged() ? { code: changed.toString(), map: changed.generateMap({ source: file, hires: true }) } : undefined;
}
