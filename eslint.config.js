import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { importBoundaries } from './scripts/eslint/imports.mjs';
import { noRawMeasures } from './scripts/eslint/no-raw-measures.mjs';
import {
  clocks,
  defaultExports,
  emptyTests,
  inlineTypes,
  modernPatterns,
  network,
  topLevelAwait,
  unsafeDom,
} from './scripts/eslint/syntax.mjs';

const own = { rules: { 'no-raw-measures': noRawMeasures } };
const shipped = [...inlineTypes, ...unsafeDom, ...modernPatterns, ...defaultExports, ...topLevelAwait];

export default defineConfig(
  globalIgnores(['dist/', 'cdn/', 'storybook-static/', 'coverage/', '.tmp/', 'test/hosts/*/', '!test/hosts/support/', 'test/types/']),
  js.configs.recommended,
  {
    name: 'learner-elements/everything',
    linterOptions: { noInlineConfig: true },
    rules: {
      eqeqeq: 'error',
      // Prettier breaks lines of code, and leaves comments alone.
      'max-len': ['error', { code: 100_000, comments: 140 }],
      'no-restricted-syntax': ['error', ...emptyTests, ...inlineTypes, ...unsafeDom],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  {
    name: 'learner-elements/node',
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: nodeGlobals() },
  },
  {
    name: 'learner-elements/pages',
    files: ['examples/**/*.{js,mjs}', 'bench/{brushing,streaming}*.mjs', 'test/{e2e,dist,hosts,looks}/**/*.mjs', 'scripts/**/*.mjs'],
    rules: { 'no-undef': 'off' },
  },
  {
    name: 'learner-elements/typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-exports': ['error', { fixMixedExportsWithInlineTypeSpecifier: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-arguments': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'all' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
    },
  },
  {
    name: 'learner-elements/src',
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', 350],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-syntax': ['error', ...shipped],
    },
  },
  { name: 'learner-elements/locales', files: ['src/locales/**/*.ts'], rules: { 'max-lines': 'off' } },
  ...importBoundaries,
  {
    name: 'learner-elements/metrics',
    files: ['src/metrics/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shipped, ...clocks, ...network] },
  },
  {
    name: 'learner-elements/data',
    files: ['src/data/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shipped, ...clocks, ...network] },
  },
  {
    name: 'learner-elements/net',
    files: ['src/data/net/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shipped, ...clocks] },
  },
  {
    name: 'learner-elements/components',
    files: ['src/components/**/*.ts', 'src/workers/**/*.ts', 'src/export/**/*.ts', 'src/define/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shipped, ...network] },
  },
  {
    name: 'learner-elements/fonts',
    files: ['src/export/fonts/font-file.ts'],
    rules: { 'no-restricted-syntax': ['error', ...shipped] },
  },
  {
    name: 'learner-elements/elements',
    files: ['src/components/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    rules: {
      // A controller or a task that is kept in a field works by itself.
      'no-unused-private-class-members': 'off',
      'lit/ban-attributes': ['error', 'style'],
      'lit/no-legacy-imports': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'wc/guard-super-call': 'off',
    },
  },
  {
    name: 'learner-elements/tokens',
    files: ['src/components/**/*.ts'],
    ignores: ['src/components/base/tokens.ts'],
    plugins: { own },
    rules: { 'own/no-raw-measures': 'error' },
  },
  {
    name: 'learner-elements/tests',
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'learner-elements/stories',
    files: ['stories/**/*.ts', '.storybook/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafeDom] },
  },
);

function nodeGlobals() {
  const names = [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'TextDecoder',
    'TextEncoder',
    'URL',
    'URLSearchParams',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
    'performance',
    'process',
    'setImmediate',
    'setInterval',
    'setTimeout',
    'structuredClone',
  ];
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
