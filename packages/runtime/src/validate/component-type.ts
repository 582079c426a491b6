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
  const visit = scope.validation.work.visitor(offset);
  for (const resource of mentionedIn(imports.values(), visit)) {
    if (!definedResources.has(resource)) continue;
    const message = 'an import refers to a resource that the component itself defines';
    throw compileErrorAt('external-visibility', offset, message);
  }
  const mentioned = mentionedIn(exports.values(), visit);
  const named = new Set<ResourceType>();
  addNamed(exports, named, visit);
  const exported = [...definedResources].filter((resource) => mentioned.has(resource));
  if (exported.every((resource) => named.has(resource))) return exported;
  const message = 'an export refers to a resource of the component that is not itself exported';
  throw compileErrorAt('external-visibility', offset, message);
}

function mentionedIn(items: Iterable<ComponentItem>, visit: () => void): ReadonlySet<ResourceType> {
  const resources = new ResourcesIn(visit);
  resources.addAll(items);
  return resources.mentioned;
}

/** Adds the resources that are exported by name, from instances too. */
function addNamed(
  exports: ReadonlyMap<string, ComponentItem>,
  named: Set<ResourceType>,
  visit: () => void,
): void {
  for (const item of exports.values()) {
    visit();
    if (item.kind === 'resource') named.add(item);
    if (item.kind === 'instance') addNamed(item.exports, named, visit);
  }
}

function componentAttributes(scope: Scope): ComponentType['attributes'] {
  const imports = scope.externs.attributes('import');
  const exports = scope.externs.attributes('export');
  if (imports === undefined && exports === undefined) return undefined;
  const none: ExternAttributes = new Map();
  return { imports: imports ?? none, exports: exports ?? none };
}
