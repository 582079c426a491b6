import type { Argument, InstanceExpression } from '../binary/definitions.js';
import { compileErrorAt } from '../errors/compile-error.js';
import type { ComponentItem, ComponentType, InstanceType } from '../types/item-type.js';
import { exportedResourceName, setExportedResourceName } from '../types/resource-name.js';
import { Substitution } from '../types/substitute.js';
import { costOfResource, freshResource } from './fresh-resources.js';
import { itemAt, validItem } from './item-at.js';
import { checkCount } from './limits.js';
import type { Scope } from './scope.js';
import { Subtyping } from './subtyping.js';
import type { NamedItem } from './valid-component.js';

type Instantiation = Extract<InstanceExpression, { readonly kind: 'instantiate' }>;

/** An instantiation that is valid. */
export interface ValidInstantiation {
  readonly type: InstanceType;
  readonly args: readonly NamedItem[];
}

/** Checks that a component is given what it imports; finds out what its instance exports. */
export function instantiation(
  scope: Scope,
  { component: index, args: given }: Instantiation,
  offset: number,
): ValidInstantiation {
  const component = scope.components.get(index, offset);
  const args = new Arguments(scope, given, offset);
  const { work } = scope.validation;
  const substitution = new Substitution(work.visitor(offset));
  const { imported = [], exported = [] } = component.resources ?? {};
  work.spend((imported.length + exported.length) * costOfResource, offset);
  satisfyImports(scope, component, args.types, substitution, offset);
  for (const resource of exported) {
    const fresh = freshResource(resource);
    scope.externs.definedResources.add(fresh);
    substitution.replaceResource(resource, fresh);
  }
  const exports = substitution.isEmpty ? component.exports : substitution.items(component.exports);
  const attributes = component.attributes?.exports;
  return {
    type: { kind: 'instance', exports, ...(attributes === undefined ? {} : { attributes }) },
    args: args.valid,
  };
}

/** The arguments of an instantiation by name. */
class Arguments {
  /** As the exports of an instance, whose resources have names. */
  readonly types = new Map<string, ComponentItem>();
  readonly valid: NamedItem[] = [];

  constructor(scope: Scope, args: readonly Argument[], offset: number) {
    checkCount('args', args.length, offset);
    for (const { name, item: index } of args) {
      const { item, resourceName } = itemAt(scope, index, offset);
      if (this.types.has(name)) {
        throw compileErrorAt('duplicate-argument', offset, `two arguments are given for \`${name}\``);
      }
      this.types.set(name, item);
      if (item.kind === 'resource' && resourceName !== undefined) {
        setExportedResourceName(this.types, name, item, resourceName);
      }
      this.valid.push({ name, item: validItem(index, item) });
    }
  }
}

/** Checks what is given for each import. From there on it stands for what the import declares. */
function satisfyImports(
  scope: Scope,
  { imports, resources }: ComponentType,
  args: ReadonlyMap<string, ComponentItem>,
  substitution: Substitution,
  offset: number,
): void {
  const subtyping = new Subtyping(scope.validation, offset, resources?.imported);
  for (const [name, expected] of imports) {
    const found = args.get(name);
    if (found === undefined) {
      throw compileErrorAt('missing-argument', offset, `nothing is given for the import \`${name}\``);
    }
    const mismatch = subtyping.mismatch(expected, found);
    if (mismatch === undefined) continue;
    const code = mismatch.kind === 'missing-export' ? 'missing-export' : 'argument-type';
    const message = `what is given for the import \`${name}\` does not fit: ${mismatch.message}`;
    throw compileErrorAt(code, offset, message);
  }
  for (const resource of resources?.imported ?? []) {
    substitution.replaceResource(resource, subtyping.resolve(resource));
  }
  replaceNames(imports, args, substitution, scope.validation.work.visitor(offset));
}

/** Lets the types that are given stand for those that imports name, so that they go by the names that they have here. */
function replaceNames(
  imports: ReadonlyMap<string, ComponentItem>,
  args: ReadonlyMap<string, ComponentItem>,
  substitution: Substitution,
  visit: () => void,
): void {
  for (const [name, expected] of imports) {
    visit();
    const found = args.get(name);
    if (expected.kind === 'type' && found?.kind === 'type') {
      substitution.replaceType(expected.type, found.type);
    }
    if (expected.kind === 'resource' && found?.kind === 'resource') {
      substitution.replaceName(
        expected,
        exportedResourceName(imports, name, expected),
        exportedResourceName(args, name, found),
      );
    }
    if (expected.kind === 'instance' && found?.kind === 'instance') {
      replaceNames(expected.exports, found.exports, substitution, visit);
    }
  }
}
