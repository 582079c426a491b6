import { relative } from 'node:path';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import type { OutputProblem } from './check-output.js';

/** What typescript-eslint's strictest preset says about the TypeScript in a folder. Comments change nothing about it. */
export async function lint(folder: string): Promise<readonly OutputProblem[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    allowInlineConfig: false,
    overrideConfig: defineConfig({
      files: ['**/*.ts'],
      extends: [tseslint.configs.strictTypeChecked],
      rules: {
        // What WIT deprecates is still there, so that bindings have to name it.
        '@typescript-eslint/no-deprecated': 'off',
      },
      languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: folder } },
    }),
  });
  const results = await eslint.lintFiles(['**/*.ts']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, message, ruleId }) => ({
      path: relative(folder, filePath).replaceAll('\\', '/'),
      message: `${line}:${column}: ${message} (${ruleId ?? 'syntax'})`,
    })),
  );
}
