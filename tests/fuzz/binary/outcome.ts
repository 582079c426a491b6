import { CompileError } from '@wit-bindgen-ts/runtime';
import type { Problem } from '@wit-bindgen-ts/runtime';

/** What became of the bytes. `failed` is what must never be. */
export type Outcome =
  | { readonly kind: 'compiled' }
  | { readonly kind: 'refused'; readonly code: string; readonly where: string }
  | Failed;

export interface Failed {
  readonly kind: 'failed';
  /** The same for all inputs that fail alike. */
  readonly problem: string;
  readonly details?: string;
}

/** Judges what was thrown: it must be a CompileError with places in the bytes. */
export function outcomeOfError(error: unknown, size: number): Outcome {
  if (!(error instanceof CompileError)) return failedWith(error);
  for (const problem of error.problems) {
    const fault = faultOf(problem, size);
    if (fault !== undefined)
      return { kind: 'failed', problem: `gave a problem ${fault}`, details: JSON.stringify(problem) };
  }
  const [first] = error.problems;
  if (first === undefined) return { kind: 'failed', problem: 'threw a CompileError without problems' };
  return { kind: 'refused', code: first.code, where: first.where };
}

function faultOf({ code, message, where }: Problem, size: number): string | undefined {
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(code)) return 'without a code';
  if (message.length === 0) return 'without a message';
  if (!/^0x[0-9a-f]+$/.test(where)) return `without an offset (${code})`;
  return Number(where) <= size ? undefined : `outside of the bytes (${code})`;
}

/** What should not have been thrown. */
export function failedWith(error: unknown): Failed {
  if (!(error instanceof Error))
    return { kind: 'failed', problem: `threw ${typeof error}`, details: String(error) };
  return {
    kind: 'failed',
    problem: `threw ${error.name}: ${error.message.slice(0, 60)}`,
    details: error.stack ?? '',
  };
}
