import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What generated code compiles under: every flag that makes the compiler stricter. */
const strictest: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.esnext.disposable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  erasableSyntaxOnly: true,
  exactOptionalPropertyTypes: true,
  isolatedModules: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUncheckedSideEffectImports: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  paths: {
    '@wit-bindgen-ts/runtime': [join(root, 'packages/runtime/src/index.ts')],
    '@wit-bindgen-ts/runtime/codegen/v1': [join(root, 'packages/runtime/src/codegen/v1/index.ts')],
  },
};

/** Files in memory, by their paths: they stand beside those on the disk. */
export type VirtualFiles = ReadonlyMap<string, string>;

/** Type-checks files with the strictest flags; returns what the compiler says about them, with their places. */
export function typeCheck(paths: readonly string[], virtual: VirtualFiles = new Map()): string[] {
  const host = ts.createCompilerHost(strictest);
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (path) => virtual.has(path) || fileExists(path);
  host.readFile = (path) => virtual.get(path) ?? readFile(path);
  host.directoryExists = (path) =>
    [...virtual.keys()].some((file) => file.startsWith(`${path}/`)) || (directoryExists?.(path) ?? true);
  host.getSourceFile = (path, options) => ts.createSourceFile(path, host.readFile(path) ?? '', options);
  const program = ts.createProgram([...paths], strictest, host);
  return paths.flatMap((path) => {
    const file = program.getSourceFile(path);
    if (file === undefined) return [`${path}: there is no such file`];
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(describe);
  });
}

function describe({ file, start = 0, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, '\n');
  if (file === undefined) return message;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${file.fileName.replace(root, '')}:${line + 1}:${character + 1}: ${message}`;
}
