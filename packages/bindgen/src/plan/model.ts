import type { CodePlan, ShimPlan, VerbFunction } from './code/model.js';
import type { ValueType } from './value-type.js';

/**
 * What is to be emitted: every file, and in it every name that it declares, imports and refers to. Emission looks
 * nothing up any more.
 */
export interface WorldPlan {
  /** Where the file comes from, for its first line: `example:shop@1.2.0, world shop`. */
  readonly source: string;
  /** Relative to the folder of all output, with `/`: `shop.ts`. */
  readonly path: string;
  readonly docs: Docs;
  /** The name in WIT, for prose. */
  readonly witName: string;
  readonly names: WorldNames;
  /** What the world itself uses and declares. */
  readonly uses: readonly UsePlan[];
  readonly types: readonly TypePlan[];
  readonly code: CodePlan;
  readonly imports: readonly WorldImport[];
  readonly exports: readonly WorldExport[];
  /** Every interface of the world and those that their types come from, each with a file of its own. */
  readonly interfaces: readonly InterfacePlan[];
  /** What the options say about imported functions, as the runtime takes it. */
  readonly importOptions: ImportOptions;
}

/** The functions are named as in a component: `example:shop/log@1.2.0#write`; those at the root by their names alone. */
export interface ImportOptions {
  readonly results?: 'value';
  readonly trappable: readonly string[];
  readonly async: readonly string[];
}

export interface WorldNames {
  readonly world: string;
  readonly pre: string;
  readonly imports: string;
  readonly descriptor: string;
  /** How its imports are lowered. */
  readonly lowerings: string;
  readonly indices: string;
  readonly indicesType: string;
}

export type Direction = 'import' | 'export';

export interface InterfacePlan {
  readonly source: string;
  readonly path: string;
  /** Whether a module of the user's takes the place of the file; `path` is what it is imported from. */
  readonly isForeign: boolean;
  readonly direction: Direction;
  readonly docs: Docs;
  readonly names: InterfaceNames;
  readonly uses: readonly UsePlan[];
  /** A type stands after every type that it refers to. */
  readonly types: readonly TypePlan[];
  /** Functions that belong to no resource. */
  readonly functions: readonly FuncPlan[];
  readonly code: CodePlan;
  /** All that a component can tell of the interface beside its value types, resources first. */
  readonly items: readonly DescriptorItem[];
}

export interface InterfaceNames {
  /** Of the TypeScript interface and of its descriptor. */
  readonly type: string;
  readonly indices: string;
  readonly indicesType: string;
  readonly load: string;
  /** How its functions are lowered, if it is imported. */
  readonly lowerings: string;
}

/** Types that a `use` brings in from another file. */
export interface UsePlan {
  readonly path: string;
  /** Whether the path is that of a module of the user's; a relative one starts at the folder of all output. */
  readonly isForeign?: boolean;
  readonly names: readonly UsedName[];
}

export interface UsedName {
  readonly name: string;
  readonly local: string;
  /** WIT names it here, so that those who import this file find it too. */
  readonly reexported: boolean;
}

/** One line in the descriptor of an interface or a world. */
export type DescriptorItem =
  | { readonly kind: 'resource'; readonly witName: string; readonly name: string }
  | { readonly kind: 'func'; readonly func: FuncPlan };

export type WorldImport =
  | {
      readonly kind: 'interface';
      readonly key: string;
      /** What the file calls the interface; its own name may be taken. */
      readonly local: string;
      /** What the file calls how its functions are lowered. */
      readonly lowerings: string;
      readonly plan: InterfacePlan;
      readonly docs: Docs;
    }
  | { readonly kind: 'func'; readonly func: FuncPlan }
  | { readonly kind: 'resource'; readonly witName: string; readonly type: ResourcePlan }
  /** A resource of an interface, under a name of the world. */
  | { readonly kind: 'used-resource'; readonly witName: string; readonly name: string };

export type WorldExport =
  | {
      readonly kind: 'interface';
      readonly key: string;
      /** The property of the world's class. */
      readonly member: string;
      readonly local: InterfaceNames;
      readonly plan: InterfacePlan;
      readonly docs: Docs;
    }
  | { readonly kind: 'func'; readonly func: FuncPlan; readonly member: string };

export interface Docs {
  readonly text?: string;
  readonly since?: string;
  readonly unstable?: string;
  readonly deprecated?: string;
}

export interface Described {
  /** The name in WIT, and so in the component. */
  readonly witName: string;
  readonly docs: Docs;
}

export type TypePlan = Described & {
  /** Of the TypeScript type and of its descriptor. */
  readonly name: string;
  /** What lifts and lowers its values; none where it is but a name for another type. */
  readonly code: readonly VerbFunction[];
} & (
    | { readonly kind: 'record'; readonly fields: readonly FieldPlan[] }
    | { readonly kind: 'flags'; readonly flags: readonly FlagPlan[] }
    | { readonly kind: 'variant'; readonly cases: readonly CasePlan[] }
    | { readonly kind: 'enum'; readonly cases: readonly Described[] }
    | { readonly kind: 'alias'; readonly type: ValueType }
    | { readonly kind: 'resource-alias'; readonly target: string }
    | ResourceBody
  );

export type ResourcePlan = Extract<TypePlan, { kind: 'resource' }>;

interface ResourceBody {
  readonly kind: 'resource';
  readonly direction: Direction;
  /** The property that holds the class: the resource's name in PascalCase, whatever the name of the type. */
  readonly member: string;
  readonly classType: string;
  readonly bind: string;
  readonly boundClass: string;
  /** Its key among the indices of its interface. */
  readonly key: string;
  readonly construct?: FuncPlan;
  readonly methods: readonly FuncPlan[];
  readonly statics: readonly FuncPlan[];
  /** The class that the host implements the resource by, where the options name one. */
  readonly host?: HostClassPlan;
}

/** A class of the host's, from a module of the user's. */
export interface HostClassPlan {
  /** A relative one starts at the folder of all output. */
  readonly module: string;
  readonly name: string;
  readonly local: string;
}

export interface FlagPlan extends Described {
  /** Not always an identifier: `a-1` beside `a1`. */
  readonly member: string;
}

export interface FieldPlan extends FlagPlan {
  readonly type: ValueType;
  /** An option: may be left out. */
  readonly optional: boolean;
}

export interface CasePlan extends Described {
  readonly type?: ValueType;
}

export interface FuncPlan extends Described {
  /** What a caller calls it; not always an identifier: `a-1` beside `a1`. */
  readonly member: string;
  /** An `async func`. */
  readonly async: boolean;
  /** Whether its caller gets a promise: of an `async func`, and where the options make it so. */
  readonly promised: boolean;
  /** Whether all that it throws traps the guest, but for a `ComponentError`. */
  readonly trappable: boolean;
  /** Its key among the indices, and the name of the private field that holds it. */
  readonly key: string;
  /** In the component; a method's first one is `self`. */
  readonly params: readonly ParamPlan[];
  /** The code that it is called by; left out where the runtime calls it by its type alone. */
  readonly shim?: ShimPlan;
  /** In the component. */
  readonly result?: ValueType;
  /** What it returns to a caller; nothing if left out. */
  readonly returns?: ValueType;
  /** Set if its result is a `result`: what the `ComponentError` that it throws holds, as comments say it. */
  readonly throws?: { readonly payload?: ValueType };
}

export interface ParamPlan {
  readonly witName: string;
  readonly name: string;
  readonly type: ValueType;
  /** An option after which nothing is required: may be left out. */
  readonly optional: boolean;
}
