import { readFile, writeFile } from 'node:fs/promises';
import { CompileError } from '@wit-bindgen-ts/runtime/structure';
import { printable } from '@wit-bindgen-ts/wit-parser';
import { TooLargeToDraw } from '../inspect/graph/svg.js';
import { drawingOf, inspect, witOf } from '../inspect/inspect.js';
import { colored, plainText } from '../inspect/paint.js';
import { textView } from '../inspect/text-view.js';
import { fileErrorCode } from '../write/file-error.js';
import { describeError } from './describe-error.js';
import { escapedJson, type DiagnosticFormat } from './diagnostic-output.js';
import { InvalidBinary, invalidBinaryJson, invalidBinaryText } from './invalid-binary.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

export interface InspectFlags {
  readonly format: DiagnosticFormat;
  readonly wit?: boolean;
  readonly graph?: string | true;
  readonly out?: string;
  readonly color?: boolean;
}

type GraphKind = 'mermaid' | 'svg';

/** What to show, of which file. */
interface Request {
  readonly path: string;
  readonly graph: GraphKind | undefined;
}

/** Shows what a component is. Returns the exit code. */
export async function inspectCommand(
  path: string | undefined,
  flags: InspectFlags,
  output: Terminal,
): Promise<number> {
  const request = requestOf(path, flags);
  const bytes = await readBytes(request.path);
  let text: string;
  try {
    text = view(request, bytes, flags, output);
  } catch (error) {
    if (error instanceof CompileError) {
      const invalid = new InvalidBinary(request.path, error.problems);
      if (flags.format === 'json') output.out(invalidBinaryJson(invalid));
      else output.err(invalidBinaryText(invalid, flags.color ?? output.colors?.err === true));
      return 1;
    }
    if (error instanceof TooLargeToDraw) {
      output.err(`${printable(request.path)}: ${printable(error.message)}\n`);
      return 1;
    }
    throw error;
  }
  if (flags.out === undefined) output.out(text);
  else {
    await writeFile(flags.out, text);
    output.err(`wrote ${printable(flags.out)}\n`);
  }
  return 0;
}

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const isFolder = fileErrorCode(error) === 'EISDIR';
    throw new UsageError(
      isFolder ? `${path}: a file is needed here, and there is a folder` : describeError(error),
    );
  }
}

function requestOf(path: string | undefined, { graph, wit, format }: InspectFlags): Request {
  if (wit === true && graph !== undefined) throw new UsageError('either --wit or --graph can be asked for');
  if (format === 'json' && (wit === true || graph !== undefined))
    throw new UsageError(
      `--format json has the whole view, and goes without ${wit === true ? '--wit' : '--graph'}`,
    );
  // `--graph component.wasm`: what follows the option was meant to be the path.
  if (path === undefined && typeof graph === 'string' && !isGraphKind(graph))
    return { path: graph, graph: 'mermaid' };
  if (path === undefined) throw new UsageError("missing required argument 'path'");
  if (graph === undefined) return { path, graph: undefined };
  if (graph === true) return { path, graph: 'mermaid' };
  if (isGraphKind(graph)) return { path, graph };
  throw new UsageError(`--graph can be mermaid or svg, not ${graph}`);
}

function isGraphKind(text: string): text is GraphKind {
  return text === 'mermaid' || text === 'svg';
}

function view(
  { path, graph }: Request,
  bytes: Uint8Array<ArrayBuffer>,
  { format, wit, out, color }: InspectFlags,
  { colors }: Terminal,
): string {
  if (graph !== undefined) return drawingOf(bytes, graph);
  if (wit === true) return witOf(bytes);
  const inspection = inspect(bytes);
  if (format === 'json') return escapedJson(inspection);
  const isColored = color ?? (out === undefined && colors?.out === true);
  return textView(path, inspection, isColored ? colored : plainText);
}
