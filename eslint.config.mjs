import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      '.next/',
      '.cache/',
      'out',
      'export/',
      'out.releases/',
      'test-results/',
      'next-env.d.ts',
    ],
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
    // Every catch names what it expects, and throws anything else. A release still has some that do not.
    files: ['lib/**', 'scripts/**', 'bench/**', 'e2e/**'],
    ignores: ['lib/release/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CatchClause[param=null]',
          message: 'Name the error, catch only the one that is expected, and throw any other.',
        },
        {
          selector: "CallExpression[callee.property.name='catch'] > :function[params.length=0]",
          message: 'Name the error, catch only the one that is expected, and throw any other.',
        },
      ],
    },
  },
  {
    // The compiler knows the names that browsers have.
    files: ['public/scripts/**/*.js'],
    rules: { 'no-undef': 'off' },
  },
  {
    // Plain scripts that run before anything is installed have no types to check against.
    files: ['scripts/run.mjs', 'scripts/compile.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    // The compiler knows what a browser has, and checks these too.
    files: ['public/**/*.js'],
    rules: { 'no-undef': 'off' },
  },
  prettier,
);
