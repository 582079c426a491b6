import { Trap, type TrapCode } from './trap.js';

/** What engines say when core code traps: V8, SpiderMonkey and JavaScriptCore each have their own words. */
const engineWords: readonly (readonly [RegExp, TrapCode])[] = [
  [/unreachable/i, 'unreachable'],
  [/(memory access|index) out of bounds|out of bounds memory access/i, 'memory-out-of-bounds'],
  [/table (index|access|entry)|out of bounds table access|call_indirect to a null/i, 'table-out-of-bounds'],
  [/signature mismatch|signature that does not match|indirect call/i, 'indirect-call-type-mismatch'],
  [/divide by zero|division by zero/i, 'integer-divide-by-zero'],
  [/unrepresentable|integer overflow/i, 'integer-overflow'],
  [/float.*(truncat|conversion)|invalid conversion to integer/i, 'invalid-conversion-to-integer'],
  [/null/i, 'null-reference'],
];

/** Turns what an engine threw out of core code into a `Trap`; gives anything else back as it is. */
export function asTrap(thrown: unknown): unknown {
  if (thrown instanceof Trap) return thrown;
  if (isStackOverflow(thrown))
    return new Trap('stack-overflow', 'wasm trap: call stack exhausted', { cause: thrown });
  if (thrown instanceof WebAssembly.RuntimeError) {
    const { message } = thrown;
    const code = engineWords.find(([words]) => words.test(message))?.[1] ?? 'core-trap';
    return new Trap(code, `wasm trap: ${message}`, { cause: thrown });
  }
  if ('Exception' in WebAssembly && thrown instanceof WebAssembly.Exception) {
    return new Trap('uncaught-exception', 'wasm trap: uncaught exception', { cause: thrown });
  }
  return thrown;
}

/** V8 and JavaScriptCore throw a `RangeError`, SpiderMonkey an `InternalError`. */
function isStackOverflow(thrown: unknown): boolean {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'message' in thrown &&
    typeof thrown.message === 'string' &&
    /call stack|too much recursion/i.test(thrown.message)
  );
}
