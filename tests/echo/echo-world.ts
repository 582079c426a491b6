import type { Labelled, ResourceType, ValType } from '@wit-bindgen-ts/runtime';

export type StringEncoding = 'utf8' | 'utf16' | 'latin1+utf16';

export const stringEncodings: readonly StringEncoding[] = ['utf8', 'utf16', 'latin1+utf16'];

/** A function that a guest imports, and exports again by the same name. */
export interface EchoFunction {
  readonly name: string;
  readonly params: readonly Labelled[];
  readonly result?: ValType;
}

/** What is imported and exported, and by how many guests it is passed on. */
export interface EchoWorld {
  readonly functions: readonly EchoFunction[];
  /** The string encoding of each guest on the way from the caller to the host, and on the way back. */
  readonly encodings: readonly StringEncoding[];
}

/** The resource of the host's whose handles are passed on. */
export const token: ResourceType = { kind: 'resource', name: 'token', index: 0 };

/** The types that must have a name wherever they are used. */
export type NamedType = Extract<ValType, { kind: 'record' | 'variant' | 'enum' | 'flags' }>;

export function isNamed(type: ValType): type is NamedType {
  return ['record', 'variant', 'enum', 'flags'].includes(type.kind);
}

/** The types that a type is made of. */
export function partsOf(type: ValType): readonly ValType[] {
  switch (type.kind) {
    case 'record':
      return type.fields.map((field) => field.type);
    case 'variant':
      return type.cases.flatMap((one) => one.type ?? []);
    case 'list':
      return [type.element];
    case 'map':
      return [type.key, type.value];
    case 'tuple':
      return type.types;
    case 'option':
      return [type.some];
    case 'result':
      return [type.ok ?? [], type.err ?? []].flat();
    default:
      return [];
  }
}

/** The types of a function's parameters and of its result. */
export function typesOf({ params, result }: EchoFunction): readonly ValType[] {
  const types = params.map((param) => param.type);
  return result === undefined ? types : [...types, result];
}

/** Every type of a world once, each after those that it is made of. */
export function typesInOrder(functions: readonly EchoFunction[]): readonly ValType[] {
  const types = new Set<ValType>();
  const add = (type: ValType): void => {
    if (types.has(type)) return;
    partsOf(type).forEach(add);
    types.add(type);
  };
  functions.flatMap(typesOf).forEach(add);
  return [...types];
}

/** What each type that must have a name is called. */
export function typeNames(functions: readonly EchoFunction[]): ReadonlyMap<ValType, string> {
  const named = typesInOrder(functions).filter(isNamed);
  return new Map(named.map((type, index) => [type, `t${index}`]));
}

/** Whether the host gives back what it is given. */
export function givesBack({ params: [first, second], result }: EchoFunction): boolean {
  return second === undefined && first?.type === result;
}
