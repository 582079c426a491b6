import type { ComponentDefinition, Definition } from '@wit-bindgen-ts/runtime/structure';
import { componentNames } from './custom-sections.js';
import type { ComponentPart, CoreModulePart, Part } from './inspection.js';

/** A component with all that stands in it. The decoder has seen to it that it is not too deep. */
export function structureOf(definition: ComponentDefinition, givenName?: string): ComponentPart {
  const names = componentNames(definition);
  const parts: Part[] = [];
  const next = { coreModule: 0, component: 0 };
  const counts = { imports: 0, exports: 0 };
  for (const each of definition.definitions) {
    if (each.kind === 'core-module') parts.push(coreModule(each, names.coreModules.get(next.coreModule)));
    else if (each.kind === 'component')
      parts.push(structureOf(each.component, names.components.get(next.component)));
    else if (each.kind === 'import') counts.imports++;
    else if (each.kind === 'export') counts.exports++;
    const sort = sortMade(each);
    if (sort !== undefined) next[sort]++;
  }
  return {
    kind: 'component',
    name: givenName ?? names.component ?? null,
    offset: definition.offset,
    bytes: definition.size,
    ...counts,
    parts,
  };
}

function coreModule(
  { offset, bytes, module }: Extract<Definition, { kind: 'core-module' }>,
  name: string | undefined,
): CoreModulePart {
  return {
    kind: 'core-module',
    name: name ?? null,
    offset,
    bytes: bytes.length,
    imports: module.imports.length,
    exports: module.exports.length,
  };
}

/** The index space in which a definition takes the next place, of those two that have names here. */
function sortMade(definition: Definition): 'coreModule' | 'component' | undefined {
  const sort = sortOf(definition);
  if (sort === 'core-module') return 'coreModule';
  return sort === 'component' ? sort : undefined;
}

function sortOf(definition: Definition): string | undefined {
  switch (definition.kind) {
    case 'core-module':
    case 'component':
      return definition.kind;
    case 'import':
      return definition.import.type.sort;
    case 'export':
      return definition.item.sort;
    case 'alias':
      return definition.alias.kind === 'core-export' ? undefined : definition.alias.sort;
    default:
      return undefined;
  }
}
