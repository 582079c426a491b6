import { reservedWords } from '../../wit/reserved-words.js';

const runtimeTypes = words(`
  AnyFunction AsyncValueDescriptor Component ComponentError ComponentExportIndex CoreFunction EnumDescriptor
  Err ErrorContext ExportLookup FlagsDescriptor FutureReader Guest GuestOptions ImportedNames ImportOptions
  Instance InstanceDescriptor InstancePre LiftedFunction LiftLowerContext Linker ListDescriptor
  LoweredFunction Lowerings MapDescriptor Ok OkOf OptionDescriptor PrimitiveDescriptor RecordDescriptor
  ResourceDescriptor ResourceHandle Result ResultDescriptor StreamReader TaggedResult TupleDescriptor
  VariantDescriptor
`);

/** What lifts, lowers or checks the types that the runtime has functions for. */
const verbFunctions = [
  ...words('is load store lift').flatMap((verb) =>
    words('S8 U8 S16 U16 S32 U32 S64 U64').map((type) => verb + type),
  ),
  ...words('is load store lift lower').flatMap((verb) =>
    words(`
      Bool F32 F64 Char String ListS8 ListU8 ListS16 ListU16 ListS32 ListU32 ListS64 ListU64 ListF32 ListF64 ListString
    `).map((type) => verb + type),
  ),
];

/** What makes descriptors, and what is called with them. */
const descriptorFunctions = words(`
  bool s8 u8 s16 u16 s32 u32 s64 u64 f32 f64 char string errorContext record variant list map tuple flags enumOf option
  result resource own borrow stream future func asyncFunc instance world checkExports defineImports instantiatePre promised
`);

/** What functions that lift and lower call. */
const codeFunctions = [
  ...verbFunctions,
  ...words(`
    allocate changedValue checkList elementAt f32FromI32 f32FromI64 f32InI32 f32InI64 f64FromI64 f64InI64 i32FromI64
    i32InI64 invalidDiscriminant isBorrow isEnum isFlags isList isMap isNone isObject isOwn isTuple lengthOf liftBorrow
    liftEnum liftOwn liftSome loadSome lowerBorrow lowerEnum lowerOwn mapEntries ownProperty spend storeRange unwrap
  `),
];

/**
 * The one table of names that WIT's names must give way to. It is the same for every file, whether the file uses a
 * name or not, so that adding an item never renames another.
 */
export const reservedNames = {
  /** No binding of strict module code can have these. */
  binding: reservedWords,
  /** Global types that generated code refers to. */
  global: words(`
    ArrayLike AsyncIterable BigInt64Array BigUint64Array Disposable Float32Array Float64Array Int16Array Int32Array
    Int8Array Map Partial Promise PromiseLike ReturnType Uint16Array Uint32Array Uint8Array
  `),
  /** All that `codegen/v1` exports. */
  runtime: [...runtimeTypes, ...descriptorFunctions, ...codeFunctions],
  /** Beside the parameters of a function that lifts or lowers. */
  code: [...codeFunctions, 'cx', 'host'],
  /** Members that no object of functions can have: with a method `then`, a promise of it would call that. */
  member: words('then'),
  /** Members that no class can have. */
  staticMember: words('prototype then'),
  /** Members that the class of a world cannot have. */
  worldMember: words('constructor instance then'),
  /** Keys that stand beside those of a resource's functions. */
  resourceKey: words('constructor new type'),
  /** File names that Windows keeps for its devices. */
  file: words(`
    aux con nul prn com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9
  `),
};

export type ReservedKind = keyof typeof reservedNames;

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
