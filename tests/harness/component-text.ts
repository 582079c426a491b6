// jco-transpile exports only an asynchronous wrapper around this module. A test wants plain bytes where it stands,
// so the module itself is imported; its version is pinned exactly.
import { $init, tools } from '../../node_modules/@bytecodealliance/jco-transpile/vendor/wasm-tools.js';

// An index in the text may then point at something that a validator would not find there. The tools read this when
// they are first called.
process.env['WAST_STRICT_COMPONENT_INDICES'] = '0';
await $init;

/**
 * Encodes the text of a component, or of a core module, to its binary form. Nothing is validated: an invalid
 * component is encoded as it stands.
 *
 * @param text - `(component …)` or `(module …)` in the text format
 * @throws Error naming the line and column in `text`, when that is not well-formed
 */
export function encodeComponent(text: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(tools.parse(text));
  } catch (error) {
    throw new Error(`component text:${reasonOf(error)}`, { cause: error });
  }
}

/** The tools throw the debug print of a Rust error; what a reader wants of it is the place and the reason. */
function reasonOf(error: unknown): string {
  const isPayload = typeof error === 'object' && error !== null && 'payload' in error;
  const print = String(isPayload ? error.payload : error);
  const found = /\bline: (\d+), col: (\d+), snippet: .* kind: (?:Custom|Lex)\((.+)\) \} \}\) \}$/s.exec(
    print,
  );
  if (!found) return ` ${print}`;
  const [, line, column, reason] = found;
  return `${Number(line) + 1}:${Number(column) + 1}: ${reason?.replace(/^"(.*)"$/s, '$1')}`;
}
