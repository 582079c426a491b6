import { compileErrorAt } from '../errors/compile-error.js';
import { skipConstantExpression } from './constant-expressions.js';
import type { CoreExport, CoreGlobalRef, CoreModuleDefinition, CoreTableRef } from './core-definitions.js';
import { coreExternKinds, coreImports, globalRef, memoryRef, tableRef, tagType } from './core-externs.js';
import { coreRecType } from './core-rec-types.js';
import { coreModulePreamble } from './preamble.js';
import type { Reader } from './reader.js';

const CUSTOM_SECTION = 0;
const TABLE_WITH_INITIALIZER = 0x40;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface SectionKind {
  readonly name: string;
  /** Sections other than custom ones stand in this order. */
  readonly place: number;
  /** Left out where the engine alone reads the section. */
  readonly read?: (section: Reader, module: Mutable<CoreModuleDefinition>) => void;
}

/**
 * Decodes what a core module's imports and exports are made of. Of the rest only the sizes of sections are read: the
 * engine checks it.
 *
 * @see https://webassembly.github.io/spec/core/binary/modules.html
 */
export function coreModule(reader: Reader): CoreModuleDefinition {
  coreModulePreamble(reader);
  const module: Mutable<CoreModuleDefinition> = {
    types: [],
    imports: [],
    funcs: [],
    tables: [],
    memories: [],
    globals: [],
    tags: [],
    exports: [],
  };
  let last = 0;
  while (!reader.atEnd) {
    const { offset } = reader;
    const id = reader.byte('a section');
    const kind = sections[id];
    if (kind === undefined) {
      throw compileErrorAt('unknown-section', offset, `${id} is not the id of a section of a core module`);
    }
    const section = reader.section(reader.u32(`the size of the ${kind.name}`), `the ${kind.name}`);
    if (id === CUSTOM_SECTION) continue;
    if (kind.place <= last) {
      throw compileErrorAt('core-module', offset, `the ${kind.name} is out of order`);
    }
    last = kind.place;
    readSection(kind, section, module);
  }
  return module;
}

function readSection(kind: SectionKind, section: Reader, module: Mutable<CoreModuleDefinition>): void {
  if (kind.read === undefined) return;
  kind.read(section, module);
  if (!section.atEnd) {
    throw compileErrorAt('section-size', section.offset, `the ${kind.name} is longer than what it holds`);
  }
}

/** By section id. */
const sections: readonly SectionKind[] = [
  { name: 'custom section', place: 0 },
  {
    name: 'type section of a core module',
    place: 1,
    read: (section, module) => (module.types = section.vec('core types', coreRecType)),
  },
  {
    name: 'import section of a core module',
    place: 2,
    read: (section, module) => (module.imports = section.vec('core imports', coreImports).flat()),
  },
  {
    name: 'function section',
    place: 3,
    read: (section, module) => (module.funcs = section.indices('core functions')),
  },
  {
    name: 'table section',
    place: 4,
    read: (section, module) => (module.tables = section.vec('tables', table)),
  },
  {
    name: 'memory section',
    place: 5,
    read: (section, module) => (module.memories = section.vec('memories', memoryRef)),
  },
  {
    name: 'global section',
    place: 7,
    read: (section, module) => (module.globals = section.vec('globals', global)),
  },
  {
    name: 'export section of a core module',
    place: 8,
    read: (section, module) => (module.exports = section.vec('core exports', coreExport)),
  },
  { name: 'start section of a core module', place: 9 },
  { name: 'element section', place: 10 },
  { name: 'code section', place: 12 },
  { name: 'data section', place: 13 },
  { name: 'data count section', place: 11 },
  {
    name: 'tag section',
    place: 6,
    read: (section, module) => (module.tags = section.vec('tags', tagType)),
  },
];

function table(reader: Reader): CoreTableRef {
  if (reader.peek('a table') !== TABLE_WITH_INITIALIZER) return tableRef(reader);
  reader.byte('a table');
  const reserved = reader.byte('a table');
  if (reserved !== 0x00) throw reader.unknown('a table with an initializer', reserved);
  const ref = tableRef(reader);
  skipConstantExpression(reader);
  return ref;
}

function global(reader: Reader): CoreGlobalRef {
  const ref = globalRef(reader);
  skipConstantExpression(reader);
  return ref;
}

function coreExport(reader: Reader): CoreExport {
  const { offset } = reader;
  const name = reader.name('the name of a core export');
  const byte = reader.byte('the kind of a core export');
  const kind = coreExternKinds[byte];
  if (kind === undefined) throw reader.unknown('the kind of a core export', byte);
  return { name, kind, index: reader.u32('an index'), offset };
}
