import { compileErrorAt } from '../errors/compile-error.js';
import type { ComponentItem, ComponentType, ExternAttributes } from '../types/item-type.js';
import type { ResourceType } from '../types/val-type.js';
import type { Scope } from './scope.js';
import { ResourcesIn } from './types/resources-in.js';

/** The type of the component that a scope is the inside of, or the component type, once all of it is known. */
export function componentTypeOf(scope: Scope, offset: number): ComponentType {
  const { imports, exports, importedResources } = scope.externs;
  const exported = exportedResources(scope, offset);
  const attributes = componentAttributes(scope);
  return {
    kind: 'component',
    imports,
    exports,
    ...(attributes === undefined ? {} : { attributes }),
    ...(importedResources.size === 0 && exported.length === 0
      ? {}
      : { resources: { imported: [...importedResources], exported } }),
  };
}

/** The resource types that come into being with an instance and that it exports. */
function exportedResources(scope: Scope, offset: number): readonly ResourceType[] {
  const { imports, exports, definedResources } = scope.externs;
  if (definedResources.size === 0) return [];
  for (const resource of mentionedIn(scope, imports.values(), offset)) {
    if (!definedResources.has(resource)) continue;
    const message = 'an import refers to a resource that the component itself defines';
    throw compileErrorAt('external-visibility', offset, message);
  }
  const mentioned = mentionedIn(scope, exports.values(), offset);
  const explicit = new Set<ResourceType>();
  addExplicit(exports, explicit);
  const exported: ResourceType[] = [];
  for (const resource of definedResources) {
    if (!mentioned.has(resource)) continue;
    if (!explicit.has(resource)) {
      const message = 'an export refers to a resource of the component that is not itself exported';
      throw compileErrorAt('external-visibility', offset, message);
    }
    exported.push(resource);
  }
  return exported;
}

function mentionedIn(
  scope: Scope,
  items: Iterable<ComponentItem>,
  offset: number,
): ReadonlySet<ResourceType> {
  const resources = new ResourcesIn(() => {
    scope.validation.work.spend(1, offset);
  });
  resources.addAll(items);
  return resources.mentioned;
}

/** Adds the resources that are exported by name, from instances too. */
function addExplicit(exports: ReadonlyMap<string, ComponentItem>, explicit: Set<ResourceType>): void {
  for (const item of exports.values()) {
    if (item.kind === 'resource') explicit.add(item);
    if (item.kind === 'instance') addExplicit(item.exports, explicit);
  }
}

function componentAttributes(scope: Scope): ComponentType['attributes'] {
  const imports = scope.externs.attributes('import');
  const exports = scope.externs.attributes('export');
  if (imports === undefined && exports === undefined) return undefined;
  const none: ExternAttributes = new Map();
  return { imports: imports ?? none, exports: exports ?? none };
}
