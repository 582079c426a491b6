import type { ValType } from '@wit-bindgen-ts/runtime';
import {
  isNamed,
  token,
  typeNames,
  typesInOrder,
  typesOf,
  type EchoWorld,
  type NamedType,
} from './echo-world.js';

/** The WIT of a world, whose component an echo guest is. */
export function witText(world: EchoWorld): string {
  const names = typeNames(world.functions);
  const named = typesInOrder(world.functions).filter(isNamed);
  const usesToken = typesInOrder(world.functions).some(({ kind }) => kind === 'own' || kind === 'borrow');
  const functions = world.functions.map(({ name, params, result }) => {
    const typed = params.map((param) => `${escaped(param.name)}: ${reference(param.type, names)}`);
    const returns = result === undefined ? '' : ` -> ${reference(result, names)}`;
    return `${name}: func(${typed.join(', ')})${returns};`;
  });
  return [
    'package test:echo;',
    '',
    'world echo {',
    ...(usesToken ? [`  resource ${token.name};`] : []),
    ...named.map((type) => `  ${definition(type, names)}`),
    ...functions.map((text) => `  import ${text}`),
    ...functions.map((text) => `  export ${text}`),
    '}',
    '',
  ].join('\n');
}

/** How many types the functions of a world are made of. */
export function typeCount(world: EchoWorld): number {
  return world.functions.reduce((count, one) => count + typesOf(one).length, 0);
}

type Names = ReadonlyMap<ValType, string>;

function definition(type: NamedType, names: Names): string {
  const head = `${type.kind} ${names.get(type) ?? ''}`;
  switch (type.kind) {
    case 'record':
      return braced(
        head,
        type.fields.map((field) => `${escaped(field.name)}: ${reference(field.type, names)}`),
      );
    case 'variant':
      return braced(
        head,
        type.cases.map((one) => {
          const payload = one.type === undefined ? '' : `(${reference(one.type, names)})`;
          return escaped(one.name) + payload;
        }),
      );
    default:
      return braced(head, type.names.map(escaped));
  }
}

function braced(head: string, members: readonly string[]): string {
  return `${head} { ${members.join(', ')} }`;
}

function reference(type: ValType, names: Names): string {
  switch (type.kind) {
    case 'list': {
      const length = type.length === undefined ? '' : `, ${type.length}`;
      return `list<${reference(type.element, names)}${length}>`;
    }
    case 'map':
      return `map<${reference(type.key, names)}, ${reference(type.value, names)}>`;
    case 'tuple':
      return `tuple<${type.types.map((part) => reference(part, names)).join(', ')}>`;
    case 'option':
      return `option<${reference(type.some, names)}>`;
    case 'result':
      return resultReference(
        type.ok === undefined ? '_' : reference(type.ok, names),
        type.err === undefined ? undefined : reference(type.err, names),
      );
    case 'own':
      return token.name;
    case 'borrow':
      return `borrow<${token.name}>`;
    default:
      return names.get(type) ?? type.kind;
  }
}

function resultReference(ok: string, err: string | undefined): string {
  if (err !== undefined) return `result<${ok}, ${err}>`;
  return ok === '_' ? 'result' : `result<${ok}>`;
}

/** Any label, whether or not it is a word of WIT. */
function escaped(label: string): string {
  return `%${label}`;
}
