import type { Identifier, InterfaceItem, Prelude } from '../syntax/ast.js';
import type { FileContext, PackageContext } from './context.js';
import { resolveFunc, resolveResourceFuncs, settleFunc } from './functions.js';
import type { Gates } from './gates.js';
import type { Func, InterfaceId } from './model.js';
import type { NameEntry, TypeScope } from './scopes.js';
import { resolveTypeScope } from './type-scope.js';

export interface InterfaceSource extends Prelude {
  readonly name: Identifier;
  /** Whether it is written in place in a world: then the name is that of the import or export. */
  readonly isInline: boolean;
  readonly items: readonly InterfaceItem[];
}

export interface ResolvedInterface {
  /** `undefined` when a feature that is off takes the interface away. */
  readonly id: InterfaceId | undefined;
  readonly gates: Gates;
  readonly scope: TypeScope;
  /** To be settled, in this order, once all types are there. */
  readonly funcs: readonly Func[];
}

/** Resolves the types of an interface, and the types in the signatures of its functions. */
export function resolveInterface(
  file: FileContext,
  { name, isInline, docs, attributes, items }: InterfaceSource,
  names: Map<string, NameEntry>,
): ResolvedInterface {
  const gates = file.gates.read(attributes, isInline);
  const { stability } = gates;
  const id = file.gates.isOn(stability, name.span)
    ? file.arenas.addInterface({
        ...(!isInline && { name: name.text }),
        types: new Map(),
        functions: new Map(),
        package: file.package,
        ...(docs !== undefined && { docs }),
        ...(stability !== undefined && { stability }),
        span: name.span,
      })
    : undefined;
  const owner = id === undefined ? undefined : ({ kind: 'interface', id } as const);
  const scope = resolveTypeScope(file, items, { owner, stability }, names);
  const funcs = resolveFuncs(file, items, scope);
  if (id !== undefined) {
    const { types } = file.arenas.interfaces[id] ?? {};
    for (const [typeName, entry] of scope.names) {
      if (entry.kind === 'type' && !file.arenas.isAbsent(entry.id)) types?.set(typeName, entry.id);
    }
  }
  return { id, gates, scope, funcs };
}

/** Adds the functions that are there. Those of an interface that is not are not looked at. */
export function settleInterface(context: PackageContext, { id, funcs }: ResolvedInterface): void {
  const functions = id === undefined ? undefined : context.arenas.interfaces[id]?.functions;
  if (functions === undefined) return;
  for (const func of funcs) {
    const settled = settleFunc(context, func);
    if (settled !== undefined) functions.set(func.name, settled);
  }
}

function resolveFuncs(file: FileContext, items: readonly InterfaceItem[], scope: TypeScope): Func[] {
  const funcs: Func[] = [];
  for (const item of items) {
    if (item.kind === 'func') {
      const func = resolveFunc(file, item, scope);
      if (func !== undefined) funcs.push(func);
    } else if (item.kind === 'type' && item.body.kind === 'resource') {
      funcs.push(...resolveResourceFuncs(file, item.name, item.body.funcs, scope));
    }
  }
  return funcs;
}
