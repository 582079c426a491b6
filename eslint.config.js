import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '**/generated/', 'snapshots/', 'e2e/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return f()` in a function without a result ends it, and says what ends it.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Objects of closures have methods that never see `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A type parameter for a result that the caller knows better.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowEmpty: true, allowConstructorOnly: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
          message: 'Prove the type instead.',
        },
      ],
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
);
