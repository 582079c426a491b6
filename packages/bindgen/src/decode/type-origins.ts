import {
  copiedFrom,
  typeNamed,
  type NameableType,
  type ValidComponent,
  type ValidDefinition,
} from '@wit-bindgen-ts/runtime/structure';

/** How far a name is followed past names that are not to be seen. Beyond that, it stands for itself. */
export const farthest = 100;

/**
 * What the names of types stand for, through the components that the root instantiates: a tool that makes components wraps
 * exports in one that imports each type under a name, and exports it again.
 */
export class TypeOrigins {
  readonly #given: ReadonlyMap<NameableType, NameableType>;

  constructor(root?: ValidComponent) {
    this.#given = root === undefined ? new Map() : givenTypes(root);
  }

  /** The types that one is another name for, the nearest first. */
  *of(type: NameableType): Generator<NameableType, void> {
    const seen = new Set([type]);
    const rest = [type];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      for (const origin of [typeNamed(next), this.#givenFor(next)]) {
        if (origin === undefined || seen.has(origin)) continue;
        if (seen.size > farthest) return;
        seen.add(origin);
        yield origin;
        rest.push(origin);
      }
    }
  }

  #givenFor(type: NameableType): NameableType | undefined {
    const original = copiedFrom(type);
    return this.#given.get(type) ?? (original === undefined ? undefined : this.#given.get(original));
  }
}

/** For each type that a nested component imports, what it is given: if it is always the same. */
function givenTypes(root: ValidComponent): ReadonlyMap<NameableType, NameableType> {
  const given = new Map<NameableType, NameableType>();
  const contested = new Set<NameableType>();
  const all = [root];
  for (let next = all.pop(); next !== undefined; next = all.pop()) {
    for (const { imported, argument } of typeArguments(next)) {
      if (given.has(imported) && given.get(imported) !== argument) contested.add(imported);
      given.set(imported, argument);
    }
    for (const definition of next.definitions)
      if (definition.kind === 'component') all.push(definition.component);
  }
  for (const imported of contested) given.delete(imported);
  return given;
}

interface TypeArgument {
  readonly imported: NameableType;
  readonly argument: NameableType;
}

function typeArguments({ definitions }: ValidComponent): TypeArgument[] {
  const components = definitions.flatMap(componentOf);
  const importsOf = new Map<ValidComponent, ReadonlyMap<string, NameableType>>();
  const found: TypeArgument[] = [];
  for (const definition of definitions) {
    if (definition.kind !== 'instance' || definition.expression.kind !== 'instantiate') continue;
    const { component: index, args } = definition.expression;
    const component = components[index];
    if (component === undefined) continue;
    const imports = importsOf.get(component) ?? importedTypes(component);
    importsOf.set(component, imports);
    for (const { name, item } of args) {
      const imported = imports.get(name);
      if (imported !== undefined && item.sort === 'type' && item.type.kind === 'type')
        found.push({ imported, argument: item.type.type });
    }
  }
  return found;
}

/** The component index space: those that are not defined here stand in it without anything known. */
function componentOf(definition: ValidDefinition): (ValidComponent | undefined)[] {
  if (definition.kind === 'component') return [definition.component];
  const isAlias = definition.kind === 'alias-export' || definition.kind === 'alias-outer';
  if (isAlias && definition.sort === 'component') return [undefined];
  if (definition.kind === 'import' && definition.type.kind === 'component') return [undefined];
  if (definition.kind === 'export' && definition.item.sort === 'component') return [undefined];
  return [];
}

function importedTypes(component: ValidComponent): ReadonlyMap<string, NameableType> {
  const types = new Map<string, NameableType>();
  for (const definition of component.definitions) {
    if (definition.kind === 'import' && definition.type.kind === 'type')
      types.set(definition.name, definition.type.type);
  }
  return types;
}
