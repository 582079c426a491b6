import type {
  Argument,
  CoreArgument,
  CoreInstanceExpression,
  InlineExport,
  InstanceExpression,
} from './definitions.js';
import { externName } from './externs.js';
import type { Reader } from './reader.js';
import { coreSort, sortIndex } from './sorts.js';

const CORE_INSTANCE_SORT = 0x12;

/** `core:instanceexpr`: an instantiation of a core module, or items put together. */
export function coreInstance(reader: Reader): CoreInstanceExpression {
  const form = reader.byte('a core instance');
  if (form === 0x00) {
    const module = reader.u32('a core module index');
    return { kind: 'instantiate', module, args: reader.vec('arguments', coreArgument) };
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

function coreArgument(reader: Reader): CoreArgument {
  const name = reader.name('the name of an argument');
  const sort = reader.byte('the sort of an argument');
  if (sort !== CORE_INSTANCE_SORT) throw reader.unknown('the sort of an argument', sort);
  return { name, instance: reader.u32('a core instance index') };
}

/** `instanceexpr`: an instantiation of a component, or items put together. */
export function instance(reader: Reader): InstanceExpression {
  const form = reader.byte('an instance');
  if (form === 0x00) {
    const component = reader.u32('a component index');
    return { kind: 'instantiate', component, args: reader.vec('arguments', argument) };
  }
  if (form === 0x01) return { kind: 'exports', exports: reader.vec('exports', inlineExport) };
  throw reader.unknown('an instance', form);
}

function argument(reader: Reader): Argument {
  return { name: reader.name('the name of an argument'), item: sortIndex(reader) };
}

function inlineExport(reader: Reader): InlineExport {
  return { name: externName(reader), item: sortIndex(reader) };
}
