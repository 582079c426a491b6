import type { Func, TypeDef, TypeId } from '@wit-bindgen-ts/wit-parser';
import { camelCase, pascalCase } from '../wit/casing.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { FieldPlan, FlagPlan, HostClassPlan, ResourcePlan, TypePlan } from './model.js';
import { claimClassMember, dataKeys } from './names/member-names.js';
import { NameScope } from './names/name-scope.js';
import { bindName, boundClassName, classTypeName } from './names/type-names.js';
import { planDocs } from './plan-docs.js';
import { planFunc, type FuncScopes, type FuncSource } from './plan-func.js';
import { planStructure, planValueType } from './plan-value-type.js';
import { dependencyOrder } from './type-order.js';

/** What declares types: an interface in one direction, or a world. */
export interface TypeSource extends FuncSource {
  /** In the order of their declaration. */
  readonly types: readonly TypeId[];
  /** Those that may belong to a resource among the types. */
  readonly functions: readonly Func[];
  /** The names taken among what it offers. */
  readonly scopes: FuncScopes;
  /** The members that hold the classes of its resources. */
  readonly classes: ReadonlyMap<TypeId, string>;
}

/** Claims the members that hold the classes of resources, used ones too, in the order in which descriptors list them. */
export function claimClasses(
  lookup: WitLookup,
  members: NameScope,
  types: Iterable<readonly [witName: string, id: TypeId]>,
): Map<TypeId, string> {
  const resources = [...types].filter(([, id]) => lookup.isResource(id));
  return new Map(resources.map(([witName, id]) => [id, claimClassMember(members, witName)]));
}

/** Plans the types that a source declares itself, each after those that it refers to. */
export function planTypes(source: TypeSource): TypePlan[] {
  const { lookup, types } = source;
  const declared = types.filter((id) => lookup.usedType(id) === undefined);
  return dependencyOrder(lookup, declared).map((id) => planType(source, id));
}

function planType(source: TypeSource, id: TypeId): TypePlan {
  const { lookup, file } = source;
  const def = lookup.typeDef(id);
  const name = file.nameOf(id);
  const described = { witName: def.name ?? '', name, docs: planDocs(def), code: file.code.declared(id) };
  const { kind } = def;
  switch (kind.kind) {
    case 'record':
      return { ...described, kind: 'record', fields: planFields(source, kind.fields) };
    case 'flags':
      return { ...described, kind: 'flags', flags: planMembers(kind.flags).map(({ plan }) => plan) };
    case 'enum':
      return {
        ...described,
        kind: 'enum',
        cases: kind.cases.map((item) => ({ witName: item.name, docs: planDocs(item) })),
      };
    case 'variant':
      return {
        ...described,
        kind: 'variant',
        cases: kind.cases.map((item) => ({
          witName: item.name,
          docs: planDocs(item),
          ...(item.type !== undefined && { type: planValueType(lookup, file, item.type) }),
        })),
      };
    case 'resource':
      return planResource(source, id, described);
    case 'alias':
      if (typeof kind.type === 'number' && lookup.isResource(kind.type)) {
        return { ...described, kind: 'resource-alias', target: file.nameOf(kind.type) };
      }
      return { ...described, kind: 'alias', type: planValueType(lookup, file, kind.type) };
    default:
      return { ...described, kind: 'alias', type: planStructure(lookup, file, kind) };
  }
}

function planFields(
  { lookup, file }: TypeSource,
  fields: Extract<TypeDef['kind'], { kind: 'record' }>['fields'],
): FieldPlan[] {
  return planMembers(fields).map(({ item, plan }) => ({
    ...plan,
    type: planValueType(lookup, file, item.type),
    optional: lookup.isPlainOption(item.type),
  }));
}

function planMembers<T extends { readonly name: string; readonly docs?: string | undefined }>(
  items: readonly T[],
): { readonly item: T; readonly plan: FlagPlan }[] {
  const keys = dataKeys(items.map(({ name }) => name));
  return items.map((item, index) => ({
    item,
    plan: { witName: item.name, docs: planDocs(item), member: keys[index] ?? '' },
  }));
}

function planResource(
  source: TypeSource,
  id: TypeId,
  described: Pick<ResourcePlan, 'witName' | 'name' | 'docs' | 'code'>,
): ResourcePlan {
  const { direction, functions, scopes, classes } = source;
  const keys = new NameScope('resourceKey');
  const own = functions.filter(({ kind }) => kind.kind !== 'freestanding' && kind.resource === id);
  const plan = (kind: string, members: NameScope) =>
    own.filter((func) => func.kind.kind === kind).map((func) => planFunc(source, { members, keys }, func));
  const [construct] = plan('constructor', new NameScope());
  const host = planHostClass(source, id);
  return {
    ...described,
    kind: 'resource',
    direction,
    member: classes.get(id) ?? pascalCase(described.witName),
    classType: classTypeName(described.name),
    bind: bindName(described.name),
    boundClass: boundClassName(described.name),
    key: scopes.keys.claim([camelCase(described.witName)]),
    ...(construct !== undefined && { construct }),
    methods: plan('method', new NameScope('member')),
    statics: plan('static', new NameScope('staticMember')),
    ...(host !== undefined && { host }),
  };
}

/** The class that the options name for a resource, under a name that is free. */
function planHostClass(
  { file, direction, options, interfaceKey }: TypeSource,
  id: TypeId,
): HostClassPlan | undefined {
  const cls = direction === 'import' ? options.classOf(interfaceKey, id) : undefined;
  if (cls === undefined) return undefined;
  const { module, name } = cls;
  return { module, name, local: file.names.claim([name, `Host${name}`]) };
}
