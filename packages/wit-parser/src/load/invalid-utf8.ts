import type { FileProblem } from './read-file.js';

/** Stands for what is no character: decoding puts it there, and it may stand in a file itself. */
const replacement = '\uFFFD';

/** What is wrong with a file that is not UTF-8. */
export function invalidUtf8(decoded: string, bytes: Uint8Array): FileProblem {
  const { offset, byte } = firstInvalid(decoded, bytes);
  const isUtf16 = ['fffe', 'feff'].includes(hex(bytes[0]) + hex(bytes[1]));
  return {
    code: 'invalid-utf8',
    message: `expected UTF-8, found the byte \`0x${hex(byte)}\``,
    start: offset,
    end: offset + 1,
    ...(isUtf16 && { notes: [{ message: 'this looks like UTF-16: save the file as UTF-8' }] }),
  };
}

/** The first replacement character that is not written in the bytes. All before it was decoded as it stands. */
function firstInvalid(decoded: string, bytes: Uint8Array): { offset: number; byte: number | undefined } {
  let offset = decoded.indexOf(replacement);
  let byteOffset = Buffer.byteLength(decoded.slice(0, offset));
  while (bytes[byteOffset] === 0xef && bytes[byteOffset + 1] === 0xbf && bytes[byteOffset + 2] === 0xbd) {
    const next = decoded.indexOf(replacement, offset + 1);
    byteOffset += Buffer.byteLength(decoded.slice(offset, next));
    offset = next;
  }
  return { offset, byte: bytes[byteOffset] };
}

function hex(byte = 0): string {
  return byte.toString(16).padStart(2, '0');
}
