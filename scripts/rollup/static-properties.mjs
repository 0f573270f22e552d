import ts from 'typescript';
import { editedSource } from './source-edits.mjs';

const OPTIONS = { property: (given) => given ?? '{}', state: () => '{ state: true }' };

/** Decorators of reactive fields as the static `properties` that Lit reads too: shorter, and no library of decorators is needed. */
export function staticProperties() {
  return {
    name: 'static-properties',
    transform: (code, file) => (/[\\/]src[\\/].*\.ts$/.test(file) && code.includes("from 'lit/decorators.js'") ? listed(file, code) : null),
  };
}

function listed(file, code) {
  return editedSource(file, code, (node, edit) => {
    if (ts.isImportDeclaration(node) && node.moduleSpecifier.text === 'lit/decorators.js') edit(node.getStart(), node.getEnd(), '');
    if (!ts.isClassLike(node)) return;
    const fields = node.members.flatMap((member) =>
      (ts.getDecorators(member) ?? []).map((decorator) => optionsOf(file, member, decorator, edit)),
    );
    if (fields.length === 0) return;
    const first = node.members[0];
    edit(first.getFullStart(), first.getFullStart(), `static properties = { ${fields.join(', ')} };`);
  });
}

function optionsOf(file, member, decorator, edit) {
  const { expression } = decorator;
  const options = ts.isCallExpression(expression) ? OPTIONS[expression.expression.getText()] : undefined;
  if (options === undefined || !ts.isPropertyDeclaration(member)) throw new TypeError(`${file}: cannot list "${decorator.getText()}".`);
  edit(decorator.getStart(), decorator.getEnd(), '');
  return `${member.name.getText()}: ${options(expression.arguments[0]?.getText())}`;
}
