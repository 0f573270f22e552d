import { relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../lib/files.mjs';
import { editedSource } from './source-edits.mjs';

/** What stands for `#` in builds for browsers before private fields; a minifier shortens names that match. */
export const PRIVATE_NAME = /^_\$/;

/**
 * Private fields as plain ones of names that nothing else has, one per class; and whole numbers of any size, which are as new, by calls.
 * Lowered in the usual way each becomes a WeakMap: slower at every access, and a tenth of the script. The type checker has seen to their
 * privacy by then. Undefined where there are none.
 */
export function plainFields(file, code) {
  return editedSource(file, code, (node, edit) => {
    if (ts.isBigIntLiteral(node)) edit(node.getStart(), node.getEnd(), `BigInt(${node.text.slice(0, -1)})`);
    if (!ts.isPrivateIdentifier(node)) return;
    if (ts.isBinaryExpression(node.parent) && node.parent.left === node)
      throw new TypeError(`${file}: cannot lower "${node.parent.getText()}".`);
    edit(node.getStart(), node.getEnd(), `_$${nameOf(file, node)}$${node.text.slice(1)}`);
  });
}

function nameOf(file, node) {
  let owner = node.parent;
  while (!ts.isClassLike(owner) || !owner.members.some((member) => member.name?.getText() === node.text)) owner = owner.parent;
  return `${relative(ROOT, file)}${owner.name?.text ?? owner.pos}`.replace(/\W/g, '_');
}
