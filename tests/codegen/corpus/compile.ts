import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OutputProblem } from './check-output.js';

export interface Compiler {
  readonly version: string;
  /** The folder in `node_modules`. */
  readonly package: string;
}

export const compilers: readonly Compiler[] = [
  { version: '5.9', package: 'typescript-5.9' },
  { version: '6.0', package: 'typescript' },
  { version: '7.0', package: 'typescript-7.0' },
];

const tenMinutes = 600_000;

/**
 * What a compiler says about the project in a folder.
 *
 * @throws Error where it ends otherwise than by saying so
 */
export async function compile(compiler: Compiler, folder: string): Promise<readonly OutputProblem[]> {
  const manifest = createRequire(import.meta.url).resolve(`${compiler.package}/package.json`);
  const tsc = join(dirname(manifest), 'bin/tsc');
  const { exitCode, output } = await run([tsc, '--project', '.', '--pretty', 'false'], folder);
  const problems = parseProblems(output);
  if (exitCode !== 0 && problems.length === 0)
    throw new Error(`TypeScript ${compiler.version} exited with ${exitCode}: ${output.trim()}`);
  return problems;
}

interface Run {
  readonly exitCode: number | string;
  readonly output: string;
}

function run(parameters: readonly string[], cwd: string): Promise<Run> {
  const options = { cwd, timeout: tenMinutes, maxBuffer: 2 ** 28 };
  return new Promise((done) => {
    execFile(process.execPath, parameters, options, (error, stdout, stderr) => {
      done({ exitCode: error?.code ?? error?.signal ?? 0, output: stdout + stderr });
    });
  });
}

/** `path(line,column): error TS1234: message`, with more lines that are indented. */
function parseProblems(output: string): OutputProblem[] {
  return output.split('\n').flatMap((line) => {
    const [, path, row, column, message] = /^(.+?)\((\d+),(\d+)\): error (.+)$/.exec(line) ?? [];
    return path === undefined ? [] : [{ path, message: `${row}:${column}: ${message}` }];
  });
}
