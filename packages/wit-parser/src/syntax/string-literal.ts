export interface DecodedString {
  readonly value: string;
  /** What is wrong with the literal. */
  readonly fault?: string;
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
]);

const escapePattern = /\\(?:u\{([0-9a-fA-F_]+)\}|([0-9a-fA-F]{2})|([^]))/y;

/**
 * The value of a literal with its quotes, which is a `name` of the core text format: escapes of two hexadecimal digits
 * give bytes of UTF-8.
 */
export function decodeStringLiteral(literal: string): DecodedString {
  const body = literal.slice(1, -1);
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < body.length;) {
    if (body[at] !== '\\') {
      const end = nextEscape(body, at);
      pushAll(bytes, encoder.encode(body.slice(at, end)));
      at = end;
      continue;
    }
    escapePattern.lastIndex = at;
    const match = escapePattern.exec(body);
    const decoded = match === null ? undefined : decodeEscape(match[1], match[2], match[3]);
    if (match === null || decoded === undefined)
      return { value: '', fault: `\`${body.slice(at, at + 2)}\` is not an escape` };
    if (typeof decoded === 'number') bytes.push(decoded);
    else pushAll(bytes, encoder.encode(decoded));
    at += match[0].length;
  }
  return fromUtf8(bytes);
}

/** A byte of UTF-8, or text. */
function decodeEscape(scalar?: string, byte?: string, simple?: string): number | string | undefined {
  if (byte !== undefined) return parseInt(byte, 16);
  if (scalar !== undefined) return decodeScalar(scalar);
  return simpleEscapes.get(simple ?? '');
}

function decodeScalar(digits: string): string | undefined {
  if (!/^[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*$/.test(digits)) return undefined;
  const value = parseInt(digits.replaceAll('_', ''), 16);
  const isSurrogate = value >= 0xd800 && value <= 0xdfff;
  return value > 0x10ffff || isSurrogate ? undefined : String.fromCodePoint(value);
}

function nextEscape(text: string, from: number): number {
  const at = text.indexOf('\\', from);
  return at === -1 ? text.length : at;
}

function pushAll(bytes: number[], more: Uint8Array): void {
  for (const byte of more) bytes.push(byte);
}

function fromUtf8(bytes: readonly number[]): DecodedString {
  try {
    return {
      value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes)),
    };
  } catch {
    return { value: '', fault: 'the escapes of this string are not UTF-8' };
  }
}
