import { compileErrorAt } from '../errors/compile-error.js';
import type { Canon, CanonOptions } from './definitions.js';
import type { Reader } from './reader.js';

const FUNC_SORT = 0x00;

/** `canon`: a canonical definition. The built-ins for async, threads and error contexts are refused by name. */
export function canon(reader: Reader): Canon {
  const { offset } = reader;
  const form = reader.byte('a canonical definition');
  switch (form) {
    case 0x00: {
      funcSort(reader);
      const core = reader.u32('a core function index');
      const options = canonOptions(reader);
      return { kind: 'lift', core, options, type: reader.u32('a type index') };
    }
    case 0x01: {
      funcSort(reader);
      return { kind: 'lower', func: reader.u32('a function index'), options: canonOptions(reader) };
    }
    case 0x02:
      return { kind: 'resource.new', resource: reader.u32('a type index') };
    case 0x03:
      return { kind: 'resource.drop', resource: reader.u32('a type index') };
    case 0x04:
      return { kind: 'resource.rep', resource: reader.u32('a type index') };
  }
  if (form <= 0x2d || (form >= 0x40 && form <= 0x42)) {
    const builtin = `0x${form.toString(16).padStart(2, '0')}`;
    throw compileErrorAt(
      'unsupported-builtin',
      offset,
      `the asynchronous built-in ${builtin} is not supported yet`,
    );
  }
  throw reader.unknown('a canonical definition', form);
}

function funcSort(reader: Reader): void {
  const sort = reader.byte('the sort of a canonical definition');
  if (sort !== FUNC_SORT) throw reader.unknown('the sort of a canonical definition', sort);
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function canonOptions(reader: Reader): CanonOptions {
  const options: Mutable<CanonOptions> = {
    stringEncoding: 'utf8',
    memory: undefined,
    realloc: undefined,
    postReturn: undefined,
    async: false,
    callback: undefined,
  };
  const seen = new Set<string>();
  reader.vec('canonical options', () => {
    const { offset } = reader;
    const name = canonOption(reader, options);
    if (seen.has(name))
      throw compileErrorAt('duplicate-option', offset, `the canonical option ${name} is given twice`);
    seen.add(name);
  });
  return options;
}

/** Reads one option into `options`; gives its name. */
function canonOption(reader: Reader, options: Mutable<CanonOptions>): string {
  const form = reader.byte('a canonical option');
  switch (form) {
    case 0x00:
      options.stringEncoding = 'utf8';
      return 'string-encoding';
    case 0x01:
      options.stringEncoding = 'utf16';
      return 'string-encoding';
    case 0x02:
      options.stringEncoding = 'latin1+utf16';
      return 'string-encoding';
    case 0x03:
      options.memory = reader.u32('a core memory index');
      return 'memory';
    case 0x04:
      options.realloc = reader.u32('a core function index');
      return 'realloc';
    case 0x05:
      options.postReturn = reader.u32('a core function index');
      return 'post-return';
    case 0x06:
      options.async = true;
      return 'async';
    case 0x07:
      options.callback = reader.u32('a core function index');
      return 'callback';
    default:
      throw reader.unknown('a canonical option', form);
  }
}
