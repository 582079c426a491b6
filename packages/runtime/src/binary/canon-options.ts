import type { CanonOption } from './definitions.js';
import type { Reader } from './reader.js';

/** The options of a canonical definition, as they stand: some may be given twice. */
export function canonOptions(reader: Reader): CanonOption[] {
  return reader.vec('canonical options', canonOption);
}

function canonOption(reader: Reader): CanonOption {
  const form = reader.byte('a canonical option');
  switch (form) {
    case 0x00:
      return { kind: 'string-encoding', encoding: 'utf8' };
    case 0x01:
      return { kind: 'string-encoding', encoding: 'utf16' };
    case 0x02:
      return { kind: 'string-encoding', encoding: 'latin1+utf16' };
    case 0x03:
      return { kind: 'memory', index: reader.u32('a core memory index') };
    case 0x04:
      return { kind: 'realloc', index: reader.u32('a core function index') };
    case 0x05:
      return { kind: 'post-return', index: reader.u32('a core function index') };
    case 0x06:
      return { kind: 'async' };
    case 0x07:
      return { kind: 'callback', index: reader.u32('a core function index') };
    default:
      throw reader.unknown('a canonical option', form);
  }
}
