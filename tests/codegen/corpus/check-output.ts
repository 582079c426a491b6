import { compile, compilers } from './compile.js';
import { lint } from './lint.js';
import type { OutputFolder } from './output-folder.js';
import { findForbidden } from './forbidden-syntax.js';
import { findUnformatted } from './formatting.js';

/** Something that is wrong with a generated file. */
export interface OutputProblem {
  /** In the output folder: `shop/shop.ts`. */
  readonly path: string;
  /** Begins with the line and the column, where there are any: `12:3: Type 'string' is …`. */
  readonly message: string;
}

/** What all worlds are held to, one after the other. */
export interface OutputCheck {
  /** The part of the table that it is counted in, and the `kind` of its failures. */
  readonly part: string;
  readonly kind: string;
  readonly problems: readonly OutputProblem[];
}

/** Runs the compilers in processes of their own, one at a time, and beside them what reads the files here. */
export async function checkOutput(output: OutputFolder): Promise<readonly OutputCheck[]> {
  const compiling = compileAll(output.path);
  const here: OutputCheck[] = [
    { part: 'no forbidden syntax', kind: 'forbidden', problems: findForbidden(output.files) },
    { part: 'prettier', kind: 'prettier', problems: await findUnformatted(output.files) },
    { part: 'eslint', kind: 'eslint', problems: await lint(output.path) },
  ];
  return [...(await compiling), ...here];
}

async function compileAll(folder: string): Promise<OutputCheck[]> {
  const checks: OutputCheck[] = [];
  for (const compiler of compilers) {
    const problems = await compile(compiler, folder);
    checks.push({ part: `TypeScript ${compiler.version}`, kind: `typescript-${compiler.version}`, problems });
  }
  return checks;
}
