import { compileErrorAt } from '../errors/compile-error.js';
import { alias } from './aliases.js';
import { canon } from './canons.js';
import { coreTypeDefinition } from './core-types.js';
import type {
  ComponentDefinition,
  CoreInstanceExpression,
  Definition,
  InstanceExpression,
} from './definitions.js';
import { coreSort, externDeclaration, externName, externType, namedItem, sortIndex } from './externs.js';
import { Reader } from './reader.js';
import { typeDefinition } from './types.js';

const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const COMPONENT = [0x0d, 0x00, 0x01, 0x00];
const CORE_MODULE = [0x01, 0x00, 0x00, 0x00];
const CORE_INSTANCE_SORT = 0x12;

/** Components can hold components; this bounds the decoder's own stack. */
const MAX_NESTING = 100;

/**
 * Decodes a component binary into its definitions. Nothing is looked up: indices may still point nowhere.
 *
 * @throws {CompileError} with the offset of the byte that does not fit.
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md
 */
export function decode(bytes: Uint8Array<ArrayBuffer>): ComponentDefinition {
  return component(new Reader(bytes), 0);
}

function component(reader: Reader, nesting: number): ComponentDefinition {
  if (nesting > MAX_NESTING) {
    throw compileErrorAt(
      'nesting-too-deep',
      reader.offset,
      `components are nested more than ${MAX_NESTING} deep`,
    );
  }
  preamble(reader);
  const definitions: Definition[] = [];
  while (!reader.atEnd) {
    const { offset } = reader;
    const id = reader.byte('a section');
    const section = reader.section(reader.u32('the size of a section'), `section ${id}`);
    const read = sections[id];
    if (read === undefined) throw section.unknown('a section', id, offset);
    for (const definition of read(section, nesting)) definitions.push(definition);
    if (!section.atEnd) {
      throw compileErrorAt('section-size', section.offset, `section ${id} is longer than what it holds`);
    }
  }
  return { definitions };
}

function preamble(reader: Reader): void {
  const { offset } = reader;
  const magic = reader.bytes(4, 'the magic number');
  if (!equal(magic, MAGIC))
    throw compileErrorAt('not-wasm', offset, 'this is not WebAssembly: it does not begin with \\0asm');
  const version = reader.bytes(4, 'the version');
  if (equal(version, COMPONENT)) return;
  if (equal(version, CORE_MODULE)) {
    throw compileErrorAt('core-module', offset, 'this is a core module, not a component');
  }
  throw compileErrorAt(
    'unknown-version',
    offset + 4,
    `version ${version.join('.')} is not that of a component, ${COMPONENT.join('.')}`,
  );
}

function equal(bytes: Uint8Array, expected: readonly number[]): boolean {
  return expected.every((byte, i) => byte === bytes[i]);
}

type SectionReader = (section: Reader, nesting: number) => readonly Definition[];

/** By section id. */
const sections: readonly SectionReader[] = [
  (section) => {
    section.name('the name of a custom section');
    section.rest();
    return [];
  },
  (section) => [{ offset: section.offset, kind: 'core-module', bytes: section.rest() }],
  each('core instances', (reader) => ({ kind: 'core-instance', expression: coreInstance(reader) })),
  each('core types', (reader) => ({ kind: 'core-type', type: coreTypeDefinition(reader) })),
  (section, nesting) => [
    { offset: section.offset, kind: 'component', component: component(section, nesting + 1) },
  ],
  each('instances', (reader) => ({ kind: 'instance', expression: instance(reader) })),
  each('aliases', (reader) => ({ kind: 'alias', alias: alias(reader) })),
  each('types', (reader) => ({ kind: 'type', type: typeDefinition(reader) })),
  each('canonical definitions', (reader) => ({ kind: 'canon', canon: canon(reader) })),
  (section) => {
    throw compileErrorAt(
      'unsupported-start',
      section.offset,
      'start functions of components are not supported yet',
    );
  },
  each('imports', (reader) => ({ kind: 'import', import: externDeclaration(reader) })),
  each('exports', (reader) => ({
    kind: 'export',
    name: externName(reader),
    item: sortIndex(reader),
    type: reader.optional('the type of an export', externType),
  })),
];

type WithoutOffset<T> = T extends unknown ? Omit<T, 'offset'> : never;

/** A section that is a vector of definitions. */
function each(what: string, read: (reader: Reader) => WithoutOffset<Definition>): SectionReader {
  return (section) =>
    section.vec(what, (reader) => {
      const { offset } = reader;
      return { offset, ...read(reader) };
    });
}

function coreInstance(reader: Reader): CoreInstanceExpression {
  const form = reader.byte('a core instance');
  if (form === 0x00) {
    return {
      kind: 'instantiate',
      module: reader.u32('a core module index'),
      args: reader.vec('arguments', coreArgument),
    };
  }
  if (form === 0x01) {
    const exports = reader.vec('exports', () => ({
      name: reader.name('the name of a core export'),
      sort: coreSort(reader),
      index: reader.u32('an index'),
    }));
    return { kind: 'exports', exports };
  }
  throw reader.unknown('a core instance', form);
}

function coreArgument(reader: Reader): { name: string; instance: number } {
  const name = reader.name('the name of an argument');
  const sort = reader.byte('the sort of an argument');
  if (sort !== CORE_INSTANCE_SORT) throw reader.unknown('the sort of an argument', sort);
  return { name, instance: reader.u32('a core instance index') };
}

function instance(reader: Reader): InstanceExpression {
  const form = reader.byte('an instance');
  if (form === 0x00) {
    const component = reader.u32('a component index');
    const args = reader.vec('arguments', () => ({
      name: reader.name('the name of an argument'),
      item: sortIndex(reader),
    }));
    return { kind: 'instantiate', component, args };
  }
  if (form === 0x01) return { kind: 'exports', exports: reader.vec('exports', namedItem) };
  throw reader.unknown('an instance', form);
}
