import type { ComponentType, InstanceType } from '@wit-bindgen-ts/runtime';
import { camelCase, pascalCase } from '../../packages/runtime/src/names/case.js';

/** An object of functions and classes that do nothing, for everything that a component imports. */
export function stubImports({ imports }: Pick<ComponentType, 'imports'>): object {
  const stubs = stubMembers(imports);
  for (const [name, item] of imports) if (item.kind === 'instance') stubs[name] = stubMembers(item.exports);
  return stubs;
}

function stubMembers(items: InstanceType['exports']): Record<string, unknown> {
  const classes = new Map<string, ReturnType<typeof stubClass>>();
  const members: Record<string, unknown> = {};
  for (const [name, item] of items) {
    if (item.kind === 'resource') members[pascalCase(name)] = classOf(classes, name);
    if (item.kind === 'func') stubFunction(members, classes, name);
  }
  return members;
}

function stubFunction(
  members: Record<string, unknown>,
  classes: Map<string, ReturnType<typeof stubClass>>,
  name: string,
): void {
  const [, kind, resource = '', member = ''] = /^\[(\w+)\]([^.]+)(?:\.(.+))?$/.exec(name) ?? [];
  const value = () => undefined;
  if (kind === undefined) members[camelCase(name)] = value;
  else if (kind !== 'constructor') {
    const cls = classOf(classes, resource);
    Object.defineProperty(kind === 'static' ? cls : cls.prototype, camelCase(member), { value });
  }
}

function classOf(
  classes: Map<string, ReturnType<typeof stubClass>>,
  name: string,
): ReturnType<typeof stubClass> {
  const cls = classes.get(name) ?? stubClass();
  classes.set(name, cls);
  return cls;
}

function stubClass(): { new (): object; readonly prototype: object } {
  return class {};
}
