import type { CoreType, ValuePlan } from '@wit-bindgen-ts/runtime/abi';

/** One of the core values that a value is passed as. */
export interface CoreValue {
  /** What it is called after the value and what is in it: `itemName`, `itemNameLength`. */
  readonly path: string;
  readonly type: CoreType;
  /** What the first core value of a part is, in a word. */
  readonly kind: 'value' | 'pointer' | 'handle';
}

/** Longer ones begin alike. */
const longestPath = 40;

/** The core values of a value that are passed one by one, in order. */
export function namedCoreValues(path: string, value: ValuePlan): CoreValue[] {
  const flat = value.flat ?? [];
  return paths(path, value).map(([name, kind], index) => {
    return { path: name, kind, type: flat[index] ?? 'i32' };
  });
}

type Path = readonly [path: string, kind: CoreValue['kind']];

function paths(path: string, value: ValuePlan): Path[] {
  if (path.length > longestPath) return paths(path.slice(0, longestPath), value);
  switch (value.kind) {
    case 'string':
    case 'list':
    case 'map':
      return [
        [path, 'pointer'],
        [`${path}Length`, 'value'],
      ];
    case 'own':
    case 'borrow':
      return [[path, 'handle']];
    case 'record':
      return value.fields.flatMap((field) => paths(path + capital(identifier(field.key)), field.value));
    case 'tuple':
      return value.parts.flatMap((part, index) => paths(`${path}${index}`, part.value));
    case 'fixed-length-list':
      return Array.from({ length: value.length }, (_, index) =>
        paths(`${path}${index}`, value.element),
      ).flat();
    case 'variant':
      return variantPaths(path, (value.flat?.length ?? 1) - 1);
    default:
      return [[path, 'value']];
  }
}

function variantPaths(path: string, payload: number): Path[] {
  if (payload === 0) return [[path, 'value']];
  if (payload === 1) {
    return [
      [`${path}Case`, 'value'],
      [`${path}Payload`, 'value'],
    ];
  }
  const parts = Array.from({ length: payload }, (_, index): Path => [`${path}Payload${index}`, 'value']);
  return [[`${path}Case`, 'value'], ...parts];
}

export function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** A key is an identifier but for the hyphens of some. */
function identifier(key: string): string {
  return key.replaceAll('-', '_');
}
