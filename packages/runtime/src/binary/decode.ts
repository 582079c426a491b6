import { compileErrorAt } from '../errors/compile-error.js';
import { alias } from './aliases.js';
import { canon } from './canons.js';
import { coreModule } from './core-module.js';
import { coreTypeDefinition } from './core-types.js';
import type { ComponentDefinition, Definition } from './definitions.js';
import { externDeclaration, externName, externType } from './externs.js';
import { coreInstance, instance } from './instances.js';
import { componentPreamble } from './preamble.js';
import { Reader } from './reader.js';
import { sortIndex } from './sorts.js';
import { typeDefinition } from './types.js';
import { valType } from './val-types.js';

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
  const { offset, left: size } = reader;
  if (nesting > MAX_NESTING) {
    throw compileErrorAt('nesting-too-deep', offset, `components are nested more than ${MAX_NESTING} deep`);
  }
  componentPreamble(reader);
  const definitions: Definition[] = [];
  while (!reader.atEnd) readSection(reader, nesting, definitions);
  return { offset, size, definitions };
}

function readSection(reader: Reader, nesting: number, definitions: Definition[]): void {
  const { offset } = reader;
  const id = reader.byte('a section');
  const kind = sections[id];
  if (kind === undefined) {
    throw compileErrorAt('unknown-section', offset, `${id} is not the id of a section of a component`);
  }
  const section = reader.section(reader.u32(`the size of the ${kind.name}`), `the ${kind.name}`);
  for (const definition of kind.read(section, nesting)) definitions.push(definition);
  if (!section.atEnd) {
    throw compileErrorAt('section-size', section.offset, `the ${kind.name} is longer than what it holds`);
  }
}

interface SectionKind {
  readonly name: string;
  read(section: Reader, nesting: number): readonly Definition[];
}

/** By section id. */
const sections: readonly SectionKind[] = [
  one('custom section', (reader) => ({
    kind: 'custom',
    name: reader.name('the name of a custom section'),
    bytes: reader.rest(),
  })),
  one('core module section', (reader) => {
    const module = reader.fork();
    return { kind: 'core-module', bytes: reader.rest(), module: coreModule(module) };
  }),
  each('core instance section', 'core instances', (reader) => ({
    kind: 'core-instance',
    expression: coreInstance(reader),
  })),
  each('core type section', 'core types', (reader) => ({
    kind: 'core-type',
    type: coreTypeDefinition(reader),
  })),
  one('component section', (reader, nesting) => ({
    kind: 'component',
    component: component(reader, nesting + 1),
  })),
  each('instance section', 'instances', (reader) => ({ kind: 'instance', expression: instance(reader) })),
  each('alias section', 'aliases', (reader) => ({ kind: 'alias', alias: alias(reader) })),
  each('type section', 'types', (reader) => ({ kind: 'type', type: typeDefinition(reader) })),
  each('canonical section', 'canonical definitions', (reader) => ({ kind: 'canon', canon: canon(reader) })),
  one('start section', (reader) => ({
    kind: 'start',
    func: reader.u32('a function index'),
    args: reader.vec('arguments', (r) => r.u32('a value index')),
    results: reader.u32('the number of results'),
  })),
  each('import section', 'imports', (reader) => ({ kind: 'import', import: externDeclaration(reader) })),
  each('export section', 'exports', (reader) => ({
    kind: 'export',
    name: externName(reader),
    item: sortIndex(reader),
    type: reader.optional('the type of an export', externType),
  })),
  each('value section', 'values', (reader) => ({
    kind: 'value',
    type: valType(reader),
    bytes: reader.bytes(reader.u32('the size of a value'), 'a value'),
  })),
];

type WithoutOffset<T> = T extends unknown ? Omit<T, 'offset'> : never;

/** A section that is one definition. */
function one(
  name: string,
  read: (section: Reader, nesting: number) => WithoutOffset<Definition>,
): SectionKind {
  return {
    name,
    read: (section, nesting) => {
      const { offset } = section;
      return [{ offset, ...read(section, nesting) }];
    },
  };
}

/** A section that is a vector of definitions. */
function each(name: string, what: string, read: (reader: Reader) => WithoutOffset<Definition>): SectionKind {
  return {
    name,
    read: (section) =>
      section.vec(what, (reader) => {
        const { offset } = reader;
        return { offset, ...read(reader) };
      }),
  };
}
