import type { CoreType, FunctionPlan, ValuePlan } from '@wit-bindgen-ts/runtime/abi';
import type { ValueType } from '../value-type.js';
import type { Verb } from './verbs.js';

/** The code of a file that lifts and lowers values, beside that of the types that it declares. */
export interface CodePlan {
  /** What each type is called in the names of functions, or its descriptor where the runtime's functions take that. */
  readonly names: ReadonlyMap<ValuePlan, string>;
  /** Sorted by name. */
  readonly functions: readonly VerbFunction[];
  /** Whether functions that tell whether a value may be lowered need the context: it holds handles. */
  readonly holdsHandles: (value: ValuePlan) => boolean;
  /** Whether lifting from core values and lowering to them needs the context. */
  readonly holdsPointers: (value: ValuePlan) => boolean;
}

/** A function that does one thing with the values of one type. */
export interface VerbFunction {
  readonly verb: Verb;
  readonly name: string;
  readonly value: ValuePlan;
  /** As the file refers to it. */
  readonly type: ValueType;
}

/** A function that passes the values of one component function from one side to the other. */
export interface ShimPlan {
  /** `liftFind` of an export, `lowerWrite` of an import. */
  readonly name: string;
  readonly plan: FunctionPlan;
  readonly params: readonly ShimParam[];
  readonly locals: ShimLocals;
}

export interface ShimParam {
  /** Of an export's argument, and of an import's once it is lifted. */
  readonly name: string;
  readonly value: ValuePlan;
  /** What it is as core values; none of a function whose parameters go through memory. */
  readonly core: readonly CoreParam[];
}

export interface CoreParam {
  /** As a parameter of the core function. */
  readonly name: string;
  /** As a constant beside the arguments of an export. */
  readonly constant: string;
  readonly type: CoreType;
}

/** What the code of the function calls what it makes. */
export interface ShimLocals {
  readonly result: string;
  /** The one core value that the result is passed as. */
  readonly value: string;
  /** Where parameters or the result stand in memory. */
  readonly params: string;
  readonly pointer: string;
  /** Where an import's result is to go. */
  readonly at: string;
  readonly thrown: string;
}
