/**
 * The one table of names that WIT's names must give way to. It is the same for every file, whether the file uses a
 * name or not, so that adding an item never renames another.
 */
export const reservedNames = {
  /** No binding of strict module code can have these. */
  binding: words(`
    arguments await break case catch class const continue debugger default delete do else enum eval export extends false
    finally for function if implements import in instanceof interface let new null package private protected public
    return static super switch this throw true try typeof undefined var void while with yield
  `),
  /** Global types that generated code refers to. */
  global: words(`
    ArrayLike AsyncIterable BigInt64Array BigUint64Array Disposable Float32Array Float64Array Int16Array Int32Array
    Int8Array Map Partial Promise PromiseLike ReturnType Uint16Array Uint32Array Uint8Array
  `),
  /** What `codegen/v1` exports with a capital. Its functions have lower-case names that nothing else in a file has. */
  runtime: words(`
    Component ComponentError ComponentExportIndex ExportLookup Guest Instance InstancePre Linker ResourceHandle
  `),
  /** Members that no object of functions can have: with a method `then`, a promise of it would call that. */
  member: words('then'),
  /** Members that no class can have. */
  staticMember: words('prototype then'),
  /** Members that the class of a world cannot have. */
  worldMember: words('constructor then'),
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
