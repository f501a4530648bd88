import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Folders in the order of their dependencies: a folder may import only from itself and from earlier lines.
 */
const layers = [
  ['lib/*.*'],
  ['lib/files'],
  ['lib/cache', 'lib/fonts', 'lib/source', 'lib/supply', 'lib/threads'],
  ['lib/catalogue'],
  ['lib/answer'],
  ['lib/social-image', 'lib/study'],
  ['lib/views'],
  ['lib/seo'],
  ['components', 'lib/edit'],
  ['lib/hosting', 'lib/preview', 'lib/search', 'lib/styles'],
  ['app', 'lib/release'],
  ['lib/deploy', 'lib/export'],
  ['lib/testing'],
  ['e2e'],
  ['bench'],
  ['scripts'],
];

/** For each folder, the folders from which it must not import. */
const zones = [
  { target: './public', from: ['./lib', './components', './app', './e2e', './bench', './scripts'] },
  ...layers.slice(0, -1).flatMap((folders, layer) =>
    folders.map((folder) => ({
      target: `./${folder}`,
      from: layers
        .slice(layer)
        .flat()
        .filter((other) => other !== folder)
        .map((other) => `./${other}`),
      message: 'A folder may import only from earlier lines of `layers` in eslint.config.mjs.',
    })),
  ),
];

const noClientCode =
  'A document ships no framework script. Make this a server component, move it to components/apps, or write a small script in public/scripts.';

const noLongArguments = {
  selector: 'CallExpression[callee.property.name=/^(push|unshift|splice|max|min)$/] > SpreadElement',
  message:
    'The list may have hundreds of thousands of items, and each would be an argument on the call stack: use `addAll` or a loop.',
};

/** Folders of modules that handle all questions at once. */
const ofWholeLibrary = [
  'catalogue',
  'deploy',
  'edit',
  'export',
  'files',
  'hosting',
  'preview',
  'release',
  'search',
  'seo',
  'study',
  'views',
];

const noUnnamedError = 'Name the error, handle only the expected one, and rethrow any other.';

const errorsAreNamed = [
  { selector: 'CatchClause[param=null]', message: noUnnamedError },
  {
    selector: "CallExpression[callee.property.name='catch'] > :function[params.length=0]",
    message: noUnnamedError,
  },
];

export default defineConfig(
  {
    ignores: ['.next/', '.cache/', 'out', 'export/', 'out.releases/', 'test-results/', 'next-env.d.ts'],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  reactHooks.configs.flat['recommended-latest'],
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.mjs', '.js'],
          tsconfig: { configFile: `${import.meta.dirname}/tsconfig.json` },
        }),
      ],
    },
    // Tests may import from any folder.
    ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'import-x/no-restricted-paths': ['error', { zones }] },
  },
  {
    files: ['components/**/*.{ts,tsx}', 'app/(documents)/**/*.{ts,tsx}'],
    ignores: ['components/apps/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExpressionStatement[directive="use client"]', message: noClientCode },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['react'], importNamePattern: '^use[A-Z]', message: noClientCode }] },
      ],
    },
  },
  {
    // A catch clause names the error, handles the expected one and rethrows any other.
    files: ['lib/**', 'scripts/**', 'bench/**', 'e2e/**'],
    rules: { 'no-restricted-syntax': ['error', ...errorsAreNamed] },
  },
  {
    // Lists as long as the library. The other folders handle one file at a time.
    files: ofWholeLibrary.map((folder) => `lib/${folder}/**`),
    ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...errorsAreNamed, noLongArguments] },
  },
  {
    files: ['public/scripts/search/**'],
    rules: { 'no-restricted-syntax': ['error', noLongArguments] },
  },
  {
    // Plain scripts that run before any package is installed have no types.
    files: ['scripts/run.mjs', 'scripts/compile.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    // The TypeScript compiler knows the globals of browsers, and checks these files too.
    files: ['public/**/*.js'],
    rules: { 'no-undef': 'off' },
  },
  prettier,
);
