import type { ComponentType, InstanceType } from '@wit-bindgen-ts/runtime';
import { memberNames } from '../../packages/runtime/src/names/member-names.js';

/** An object of functions and classes that do nothing, for everything that a component imports. */
export function stubImports({ imports }: Pick<ComponentType, 'imports'>): object {
  const stubs = stubMembers(imports);
  for (const [name, item] of imports) if (item.kind === 'instance') stubs[name] = stubMembers(item.exports);
  return stubs;
}

function stubMembers(items: InstanceType['exports']): Record<string, unknown> {
  const names = memberNames([...items].map(([name, { kind }]) => [name, kind]));
  const classes = new Map<string, StubClass>();
  const members: Record<string, unknown> = {};
  for (const [name, item] of items) {
    const key = names.get(name) ?? name;
    if (item.kind === 'resource') members[key] = classOf(classes, name);
    if (item.kind === 'func') stubFunction(members, classes, name, key);
  }
  return members;
}

function stubFunction(
  members: Record<string, unknown>,
  classes: Map<string, StubClass>,
  name: string,
  key: string,
): void {
  const [, kind, resource = ''] = /^\[(\w+)\]([^.]+)(?:\..+)?$/.exec(name) ?? [];
  const value = () => undefined;
  if (kind === undefined) members[key] = value;
  else if (kind !== 'constructor') {
    const cls = classOf(classes, resource);
    Object.defineProperty(kind === 'static' ? cls : cls.prototype, key, { value });
  }
}

interface StubClass {
  new (): object;
  readonly prototype: object;
}

function classOf(classes: Map<string, StubClass>, name: string): StubClass {
  const cls = classes.get(name) ?? class {};
  classes.set(name, cls);
  return cls;
}
