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

const escapePattern = /\\(?:u\{([^}"]*)\}|([0-9a-fA-F]{2})|([^]))/y;

class EscapeFault extends Error {}

/**
 * The value of a literal with its quotes, which is a `name` of the core text format: escapes of two hexadecimal digits
 * give bytes of UTF-8.
 */
export function decodeStringLiteral(literal: string): DecodedString {
  const body = literal.slice(1, -1).replace(/^\ufeff/, '');
  if (body.includes('\t')) return { value: '', fault: 'a tab in a string is written `\\t`' };
  if (body.includes('\r')) return { value: '', fault: 'a carriage return in a string is written `\\r`' };
  try {
    return decodeUtf8(encodeBody(body));
  } catch (error) {
    if (!(error instanceof EscapeFault)) throw error;
    return { value: '', fault: error.message };
  }
}

/** @throws EscapeFault */
function encodeBody(body: string): number[] {
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
    const [escape = '', scalar, byte, simple] = escapePattern.exec(body) ?? [];
    if (byte !== undefined) bytes.push(parseInt(byte, 16));
    else pushAll(bytes, encoder.encode(scalar === undefined ? simpleEscape(simple) : decodeScalar(scalar)));
    at += escape.length;
  }
  return bytes;
}

function simpleEscape(letter = ''): string {
  const value = simpleEscapes.get(letter);
  if (value === undefined) throw new EscapeFault(`\`\\${letter}\` is not an escape`);
  return value;
}

function decodeScalar(digits: string): string {
  if (!/^[0-9a-fA-F](?:_*[0-9a-fA-F])*$/.test(digits)) {
    throw new EscapeFault(`\`\\u{${digits}}\` needs a hexadecimal number in its braces`);
  }
  const value = parseInt(digits.replaceAll('_', ''), 16);
  const isSurrogate = value >= 0xd800 && value <= 0xdfff;
  if (value > 0x10ffff || isSurrogate) {
    throw new EscapeFault(`\`\\u{${digits}}\` is not a character of Unicode`);
  }
  return String.fromCodePoint(value);
}

function nextEscape(text: string, from: number): number {
  const at = text.indexOf('\\', from);
  return at === -1 ? text.length : at;
}

function pushAll(bytes: number[], more: Uint8Array): void {
  for (const byte of more) bytes.push(byte);
}

function decodeUtf8(bytes: readonly number[]): DecodedString {
  try {
    return {
      value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes)),
    };
  } catch {
    return { value: '', fault: 'the escapes of this string are not UTF-8' };
  }
}
