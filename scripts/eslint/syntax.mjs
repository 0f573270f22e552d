/** Syntax that shipped code must not hold, as options of `no-restricted-syntax`. */

const UNSAFE_DOM = 'Lit templates only: text from data must stay text.';
const NOT_LOWERED = 'Not lowered to ES2017 by the build: write the expression another way.';
const CLOCK = 'The moment is an input (settings.now): only the one who loads reads a clock.';
const FETCH = 'Only src/data/net asks the network, and src/export/fonts/font-file.ts for fonts of the page.';

/** Ways to put markup from strings into a page. */
export const unsafeDom = [
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]', message: UNSAFE_DOM },
  { selector: 'MemberExpression[object.name="document"][property.name=/^writeln?$/]', message: UNSAFE_DOM },
  { selector: 'ImportDeclaration[source.value=/unsafe-(html|svg|mathml)/]', message: UNSAFE_DOM },
];

/** Regular expressions that esbuild hands on as they are: lookbehind, named groups, `\p{}`, and the flags d, s and v. */
export const modernPatterns = [
  { selector: 'Literal[regex.pattern=/\\(\\?<|\\\\[kpP][<{]/]', message: NOT_LOWERED },
  { selector: 'Literal[regex.flags=/[dsv]/]', message: NOT_LOWERED },
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"] Literal[value=/\\(\\?<|\\\\[kpP][<{]/]',
    message: NOT_LOWERED,
  },
];

/** A module is found by its name, and its name is the same everywhere. */
export const defaultExports = [{ selector: 'ExportDefaultDeclaration', message: 'Export by name.' }];

/** `import { type X }`, which TypeScript 4.1 cannot read in a declaration. */
export const inlineTypes = [
  {
    selector: ':matches(ImportSpecifier[importKind="type"], ExportSpecifier[exportKind="type"])',
    message: 'Import types on a line of their own.',
  },
];

/** Awaiting while a module loads: an IIFE has no place for it. */
export const topLevelAwait = [{ selector: 'Program > * > AwaitExpression', message: 'No await at the top of a module.' }];

/** Reading the clock by a call; a clock may be passed in. */
export const clocks = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: CLOCK },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK },
  { selector: 'CallExpression[callee.name="Date"]', message: CLOCK },
];

/** Asking the network. */
export const network = [
  { selector: 'CallExpression[callee.name="fetch"]', message: FETCH },
  { selector: 'MemberExpression[object.name=/^(globalThis|self|window)$/][property.name="fetch"]', message: FETCH },
  { selector: 'NewExpression[callee.name=/^(XMLHttpRequest|EventSource|WebSocket)$/]', message: FETCH },
];

/** Tests that would silently shrink the run, or pass before they have looked. */
export const emptyTests = [
  { selector: 'ExpressionStatement > CallExpression[callee.property.name="accessible"]', message: 'Await the check.' },
  {
    selector: 'CallExpression[callee.object.name=/^(describe|it|test|suite)$/][callee.property.name=/^(only|skip)$/]',
    message: 'Every test runs; one that needs shared materials asks needShared().',
  },
];
