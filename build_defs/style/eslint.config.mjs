/** What ESLint asks of JavaScript and TypeScript. Layout is prettier's. */
import js from '@eslint/js'
import globals from 'globals'
import typescript from 'typescript-eslint'

export default typescript.config(
  {
    ignores: [
      '**/node_modules/',
      '**/.next/',
      '**/dist/',
      'bazel-*/',
      // Generated.
      'web/src/migrations/',
      'web/src/payload-types.ts',
      'web/src/app/(payload)/',
      'web/next-env.d.ts',
      // Declarations for the Closure Compiler, no code.
      '**/*.externs.js',
    ],
  },
  js.configs.recommended,
  ...typescript.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      // Playwright wants `{}` of a fixture that needs no other.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      'no-var': 'error',
      'prefer-const': 'error',
      // What is thrown away by a pattern, or starts with _, is unused on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' },
      ],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      // Colours of a terminal, and texts that no field may hold.
      'no-control-regex': 'off',
      // The types are those of query-core, which say `any` in many places.
      '@typescript-eslint/no-explicit-any': 'off',
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // JavaScript that the Closure Compiler reads.
    files: ['src/**/*.js', 'build_defs/**/*.js'],
    languageOptions: { globals: { goog: 'readonly', sanguine: 'writable' } },
  },
  {
    // Declarations, and code that is only compiled against them.
    files: ['types/**'],
    rules: {
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    // Kept as public code spells it.
    files: ['conformance/apps/found/**'],
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
)
