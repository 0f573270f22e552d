import ts from 'typescript';
import { editedSource } from './source-edits.mjs';

/** A plugin for builds whose tables need not say what one row is: that sentence is for those who read the source. */
export function shortSchemas() {
  return {
    name: 'short-schemas',
    transform: (code, file) => (/[\\/]metrics[\\/]schemas[\\/].*\.ts$/.test(file) ? withoutGrain(file, code) : null),
  };
}

function withoutGrain(file, code) {
  return editedSource(file, code, (node, edit) => {
    if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'grain' || !ts.isStringLiteral(node.initializer)) return;
    if (code[node.getEnd()] !== ',') throw new SyntaxError(`${file}: expected a comma after "${node.getText()}".`);
    edit(node.getStart(), node.getEnd() + 1, '');
  });
}
