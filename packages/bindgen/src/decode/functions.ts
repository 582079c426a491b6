import type { ComponentItem, FuncType } from '@wit-bindgen-ts/runtime/structure';
import type { Func, FuncKind, TypeId } from '@wit-bindgen-ts/wit-parser';
import { nowhere } from './draft.js';
import { isPlainName } from './extern-names.js';
import { NotInWit } from './omission.js';
import type { Scope } from './scope.js';
import type { TypeDecoder } from './type-decoder.js';

const annotated = /^\[(?<kind>constructor|method|static)\](?<resource>[^.]+)(?:\..+)?$/;

/**
 * @param resourceNamed - the resources of the interface or the world
 * @throws NotInWit
 */
export function decodeFunc(
  types: TypeDecoder,
  scope: Scope,
  name: string,
  type: FuncType,
  resourceNamed: (name: string) => TypeId | undefined,
): Func {
  const { params, result } = type;
  return {
    name,
    kind: funcKind(name, resourceNamed),
    async: type.async,
    params: params.map((param) => ({ name: param.name, type: types.type(scope, param.type), span: nowhere })),
    ...(result !== undefined && { result: types.type(scope, result) }),
    span: nowhere,
  };
}

function funcKind(name: string, resourceNamed: (name: string) => TypeId | undefined): FuncKind {
  const { kind, resource = '' } = annotated.exec(name)?.groups ?? {};
  if (kind === undefined) {
    if (!isPlainName(name)) throw new NotInWit('is a function with the name of an interface');
    return { kind: 'freestanding' };
  }
  const id = resourceNamed(resource);
  if (id === undefined) throw new NotInWit(`belongs to the resource \`${resource}\`, which is not here`);
  if (kind === 'method' || kind === 'static') return { kind, resource: id };
  return { kind: 'constructor', resource: id };
}

/** What an item is that WIT has no words for where it stands. */
export function foreignItem(item: ComponentItem): string {
  return `is ${foreign[item.kind]}`;
}

const foreign: Readonly<Record<ComponentItem['kind'], string>> = {
  func: 'a function',
  instance: 'an instance in an instance',
  component: 'a component',
  module: 'a core module',
  resource: 'a resource',
  type: 'a type',
  value: 'a value',
};
