import { readCanon } from './canon-grammar.js';
import { NotInGrammar } from './tree-reader.js';
import type { TreeReader } from './tree-reader.js';
import { optional, resultList, valType } from './value-grammar.js';

/**
 * The binary format, written down a second time and only so far as mutations need it: what is an index, a name or a count.
 * By section id; a section without an entry is raw bytes.
 */
export const definitionGrammar: Readonly<Record<number, (reader: TreeReader) => void>> = {
  2: (reader) => reader.items('core instance', () => coreInstance(reader)),
  3: (reader) => reader.items('core type', () => coreType(reader)),
  5: (reader) => reader.items('instance', () => instance(reader)),
  6: (reader) => reader.items('alias', () => alias(reader)),
  7: (reader) => reader.items('type', () => type(reader)),
  8: (reader) => reader.items('canon', () => readCanon(reader)),
  9: (reader) => {
    reader.index();
    reader.items('start argument', () => reader.index());
    reader.number();
  },
  10: (reader) => reader.items('import', () => externDeclaration(reader)),
  11: (reader) =>
    reader.items('export', () => {
      externName(reader);
      sortIndex(reader);
      optional(reader, () => externType(reader));
    }),
};

function coreInstance(reader: TreeReader): void {
  if (reader.byte() === 0) {
    reader.index();
    reader.items('core argument', () => {
      reader.name();
      reader.byte();
      reader.index();
    });
  } else {
    reader.items('core export', () => {
      reader.name();
      reader.byte();
      reader.index();
    });
  }
}

function instance(reader: TreeReader): void {
  if (reader.byte() === 0) {
    reader.index();
    reader.items('argument', () => {
      reader.name();
      sortIndex(reader);
    });
  } else {
    reader.items('inline export', () => {
      externName(reader);
      sortIndex(reader);
    });
  }
}

function sort(reader: TreeReader): void {
  if (reader.byte() === 0) reader.byte();
}

function sortIndex(reader: TreeReader): void {
  sort(reader);
  reader.index();
}

function alias(reader: TreeReader): void {
  sort(reader);
  const isOuter = reader.byte() === 2;
  reader.index();
  if (isOuter) reader.index();
  else reader.name();
}

function externName(reader: TreeReader): void {
  const form = reader.byte();
  reader.name();
  if (form !== 2) return;
  reader.items('attribute', () => {
    reader.byte();
    reader.name();
  });
}

function externDeclaration(reader: TreeReader): void {
  externName(reader);
  externType(reader);
}

function externType(reader: TreeReader): void {
  switch (reader.byte()) {
    case 0:
      reader.byte();
      return void reader.index();
    case 2:
      return reader.byte() === 0 ? void reader.index() : valType(reader);
    case 3:
      if (reader.byte() === 0) reader.index();
      return;
    default:
      reader.index();
  }
}

function labelled(reader: TreeReader): void {
  reader.name();
  valType(reader);
}

const typeGrammar: Readonly<Record<number, (reader: TreeReader) => void>> = {
  0x72: (reader) => reader.items('field', () => labelled(reader)),
  0x71: (reader) =>
    reader.items('case', () => {
      reader.name();
      optional(reader, () => valType(reader));
      reader.byte();
    }),
  0x70: valType,
  0x67: (reader) => {
    valType(reader);
    reader.number();
  },
  0x6f: (reader) => reader.items('element', () => valType(reader)),
  0x6e: (reader) => reader.items('label', () => reader.name()),
  0x6d: (reader) => reader.items('label', () => reader.name()),
  0x6b: valType,
  0x6a: (reader) => {
    optional(reader, () => valType(reader));
    optional(reader, () => valType(reader));
  },
  0x69: (reader) => void reader.index(),
  0x68: (reader) => void reader.index(),
  0x66: (reader) => optional(reader, () => valType(reader)),
  0x65: (reader) => optional(reader, () => valType(reader)),
  0x63: (reader) => {
    valType(reader);
    valType(reader);
  },
  0x3f: (reader) => {
    reader.byte();
    optional(reader, () => reader.index());
  },
  0x40: funcType,
  0x43: funcType,
  0x41: (reader) => reader.items('declaration', () => declaration(reader)),
  0x42: (reader) => reader.items('declaration', () => declaration(reader)),
};

function type(reader: TreeReader): void {
  typeGrammar[reader.byte()]?.(reader);
}

function funcType(reader: TreeReader): void {
  reader.items('field', () => labelled(reader));
  resultList(reader);
}

function declaration(reader: TreeReader): void {
  switch (reader.byte()) {
    case 0:
      return coreType(reader);
    case 1:
      return type(reader);
    case 2:
      return alias(reader);
    default:
      return externDeclaration(reader);
  }
}

/** Functions and modules; what garbage collection added stays raw. */
function coreType(reader: TreeReader): void {
  switch (reader.byte()) {
    case 0x50:
      return reader.items('core declaration', () => coreDeclaration(reader));
    case 0x60:
      reader.items('core value type', () => reader.byte());
      return reader.items('core value type', () => reader.byte());
    default:
      throw new NotInGrammar('this core type is of another kind');
  }
}

function coreDeclaration(reader: TreeReader): void {
  switch (reader.byte()) {
    case 0:
      reader.name();
      reader.name();
      return coreExternType(reader);
    case 1:
      return coreType(reader);
    case 2:
      reader.byte();
      reader.byte();
      reader.index();
      return void reader.index();
    default:
      reader.name();
      return coreExternType(reader);
  }
}

function coreExternType(reader: TreeReader): void {
  switch (reader.byte()) {
    case 1:
      reader.byte();
      return limits(reader);
    case 2:
      return limits(reader);
    case 3:
    case 4:
      reader.byte();
      return void reader.index();
    default:
      reader.index();
  }
}

function limits(reader: TreeReader): void {
  const hasMaximum = reader.byte() % 2 === 1;
  reader.number();
  if (hasMaximum) reader.number();
}
