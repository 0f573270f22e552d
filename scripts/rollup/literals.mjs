import ts from 'typescript';
import { editedSource } from './source-edits.mjs';

const TAGS = new Set(['css', 'html', 'svg']);

/** Shortens the white space of style sheets and templates: browsers read both alike, and no minifier looks inside them. */
export function literals() {
  return {
    name: 'literals',
    transform(code, file) {
      return /\/src\/components\/.*\.ts$/.test(file) && /\b(css|html|svg)`/.test(code) ? shortLiterals(file, code) : null;
    },
  };
}

/** The same as a function of a file and its text; undefined where there is nothing to shorten. */
export function shortLiterals(file, code) {
  return editedSource(file, code, (node, edit) => {
    if (!ts.isTaggedTemplateExpression(node) || !TAGS.has(node.tag.getText())) return;
    const short = node.tag.getText() === 'css' ? shortStyles : shortMarkup;
    for (const text of textsOf(node.template)) {
      const start = text.getStart() + 1;
      const end = text.getEnd() - (text.kind === ts.SyntaxKind.TemplateHead || text.kind === ts.SyntaxKind.TemplateMiddle ? 2 : 1);
      const raw = text.getSourceFile().text.slice(start, end);
      if (short(raw) !== raw) edit(start, end, short(raw));
    }
  });
}

function textsOf(template) {
  return ts.isNoSubstitutionTemplateLiteral(template) ? [template] : [template.head, ...template.templateSpans.map((span) => span.literal)];
}

/** Space before `:` may be a descendant combinator and stays. */
function shortStyles(text) {
  return text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/([\w-]): /g, '$1:')
    .replace(/;}/g, '}');
}

/** One space stays for any run of them, as between words. */
function shortMarkup(text) {
  return text.replace(/\s+/g, ' ');
}
