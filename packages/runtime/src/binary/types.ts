import { compileErrorAt } from '../errors/compile-error.js';
import { alias } from './aliases.js';
import { coreTypeDefinition } from './core-types.js';
import { coreValType } from './core-val-types.js';
import type { Declaration, FuncTypeDefinition, TypeDefinition, ValTypeRef } from './definitions.js';
import { externDeclaration } from './externs.js';
import type { Reader } from './reader.js';
import { label, labelled, primitives, resultList, valType } from './val-types.js';

/** Component and instance types can hold each other; this bounds the decoder's own stack. */
const MAX_NESTING = 100;

/** `type`: a value type, or that of a function, component, instance or resource. */
export function typeDefinition(reader: Reader, nesting = 0): TypeDefinition {
  const form = reader.byte('a type');
  const name = primitives[form];
  if (name !== undefined) return { kind: 'primitive', name };
  switch (form) {
    case 0x72:
      return { kind: 'record', fields: reader.vec('fields', labelled) };
    case 0x71:
      return { kind: 'variant', cases: reader.vec('cases', variantCase) };
    case 0x70:
      return { kind: 'list', element: valType(reader), length: undefined };
    case 0x67:
      return { kind: 'list', element: valType(reader), length: reader.u32('the length of a list') };
    case 0x6f:
      return { kind: 'tuple', types: reader.vec('types of a tuple', valType) };
    case 0x6e:
      return { kind: 'flags', names: reader.vec('flags', label) };
    case 0x6d:
      return { kind: 'enum', names: reader.vec('cases', label) };
    case 0x6b:
      return { kind: 'option', some: valType(reader) };
    case 0x6a:
      return {
        kind: 'result',
        ok: reader.optional('the ok type of a result', valType),
        err: reader.optional('the err type of a result', valType),
      };
    case 0x69:
      return { kind: 'own', resource: reader.u32('a type index') };
    case 0x68:
      return { kind: 'borrow', resource: reader.u32('a type index') };
    case 0x66:
      return { kind: 'stream', element: reader.optional('the element type of a stream', valType) };
    case 0x65:
      return { kind: 'future', element: reader.optional('the element type of a future', valType) };
    case 0x63:
      return { kind: 'map', key: valType(reader), value: valType(reader) };
    case 0x40:
    case 0x43:
      return funcType(reader, form === 0x43);
    case 0x41:
      return { kind: 'component-type', declarations: declarations(reader, nesting, true) };
    case 0x42:
      return { kind: 'instance-type', declarations: declarations(reader, nesting, false) };
    case 0x3f:
      return resourceType(reader);
    default:
      throw reader.unknown('a type', form);
  }
}

function variantCase(reader: Reader): { name: string; type: ValTypeRef | undefined } {
  const name = label(reader);
  const type = reader.optional('the type of a case', valType);
  const end = reader.byte('the end of a case');
  if (end !== 0x00) throw reader.unknown('the end of a case', end);
  return { name, type };
}

function funcType(reader: Reader, async: boolean): FuncTypeDefinition {
  const params = reader.vec('parameters', labelled);
  return { kind: 'func', async, params, result: resultList(reader) };
}

function resourceType(reader: Reader): TypeDefinition {
  const rep = coreValType(reader);
  return {
    kind: 'resource',
    rep,
    dtor: reader.optional('a destructor', (r) => r.u32('a core function index')),
  };
}

function declarations(reader: Reader, nesting: number, imports: boolean): Declaration[] {
  if (nesting === MAX_NESTING) {
    throw compileErrorAt('nesting-too-deep', reader.offset, `types are nested more than ${MAX_NESTING} deep`);
  }
  return reader.vec('declarations', () => declaration(reader, nesting + 1, imports));
}

function declaration(reader: Reader, nesting: number, imports: boolean): Declaration {
  const { offset } = reader;
  const kind = reader.byte('a declaration');
  switch (kind) {
    case 0x00:
      return { offset, kind: 'core-type', type: coreTypeDefinition(reader) };
    case 0x01:
      return { offset, kind: 'type', type: typeDefinition(reader, nesting) };
    case 0x02:
      return { offset, kind: 'alias', alias: alias(reader) };
    case 0x04:
      return { offset, kind: 'export', export: externDeclaration(reader) };
    case 0x03:
      if (imports) return { offset, kind: 'import', import: externDeclaration(reader) };
  }
  throw reader.unknown('a declaration', kind);
}
