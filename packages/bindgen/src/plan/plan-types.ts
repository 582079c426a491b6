import type { Func, TypeDef, TypeId } from '@wit-bindgen-ts/wit-parser';
import { camelCase, pascalCase } from '../wit/casing.js';
import type { WitLookup } from '../wit/wit-lookup.js';
import type { FileScope } from './file-scope.js';
import type { Direction, FieldPlan, ResourcePlan, TypePlan } from './model.js';
import { NameScope } from './names/name-scope.js';
import { bindName, classTypeName } from './names/type-names.js';
import { planDocs } from './plan-docs.js';
import { planFunc } from './plan-func.js';
import { planStructure, planValueType } from './plan-value-type.js';
import { dependencyOrder } from './type-order.js';

/** What declares types: an interface in one direction, or a world. */
export interface TypeSource {
  readonly lookup: WitLookup;
  /** Where all of them have names. */
  readonly file: FileScope;
  readonly direction: Direction;
  /** In the order of their declaration. */
  readonly types: readonly TypeId[];
  /** Those that may belong to a resource among the types. */
  readonly functions: readonly Func[];
  /** The keys of indices that are taken. */
  readonly keys: NameScope;
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
  const described = { witName: def.name ?? '', name, docs: planDocs(def) };
  const { kind } = def;
  switch (kind.kind) {
    case 'record':
      return { ...described, kind: 'record', fields: planFields(source, kind.fields) };
    case 'flags':
      return { ...described, kind: 'flags', flags: kind.flags.map(planMember) };
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
  return fields.map((field) => ({
    ...planMember(field),
    type: planValueType(lookup, file, field.type),
    optional: lookup.isPlainOption(field.type),
  }));
}

function planMember(item: { readonly name: string; readonly docs?: string | undefined }): {
  witName: string;
  docs: object;
  member: string;
} {
  return { witName: item.name, docs: planDocs(item), member: camelCase(item.name) };
}

function planResource(
  { lookup, file, direction, functions, keys: sourceKeys }: TypeSource,
  id: TypeId,
  described: Pick<ResourcePlan, 'witName' | 'name' | 'docs'>,
): ResourcePlan {
  const keys = new NameScope('resourceKey');
  const own = functions.filter(({ kind }) => kind.kind !== 'freestanding' && kind.resource === id);
  const plan = (kind: string) =>
    own.filter((func) => func.kind.kind === kind).map((func) => planFunc(lookup, file, keys, func));
  const [construct] = plan('constructor');
  return {
    ...described,
    kind: 'resource',
    direction,
    member: pascalCase(described.witName),
    classType: classTypeName(described.name),
    bind: bindName(described.name),
    key: sourceKeys.claim([camelCase(described.witName)]),
    ...(construct !== undefined && { construct }),
    methods: plan('method'),
    statics: plan('static'),
  };
}
