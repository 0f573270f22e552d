import MagicString from 'magic-string';
import ts from 'typescript';

/**
 * The source with edits made to nodes of its syntax tree, and its map. `visit(node, edit)` is called for every node, parents
 * first; `edit(start, end, text)` replaces a range. Undefined where nothing changed.
 */
export function editedSource(file, code, visit) {
  const changed = new MagicString(code);
  const edit = (start, end, text) => (start === end ? changed.appendLeft(start, text) : changed.update(start, end, text));
  const walk = (node) => {
    visit(node, edit);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  return changed.hasChanged() ? { code: changed.toString(), map: changed.generateMap({ source: file, hires: true }) } : undefined;
}
