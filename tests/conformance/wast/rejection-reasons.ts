/**
 * The words that scripts use for what is wrong with a component, which are those of wasm-tools, and the codes of the
 * errors that say the same. The first pattern that fits counts.
 */
const reasons: readonly (readonly [RegExp, ...string[]])[] = [
  // The preamble: nothing, too little, another magic number, another version, a core module.
  [/^$/, 'unexpected-end', 'not-wasm', 'unknown-version', 'core-module'],
  [/unknown binary version/, 'unknown-version'],
  [/expected a version header for a (component|module)/, 'core-module'],

  // Bytes.
  [/unexpected end-of-file/, 'unexpected-end'],
  [/integer too large/, 'integer-too-large'],
  [/malformed UTF-8 encoding/, 'malformed-utf8'],
  [/invalid leading byte|invalid boolean value/, 'unknown-byte'],
  [/malformed section id/, 'unknown-section'],
  [/unexpected (data at the end of the section|content in the component start section)/, 'section-size'],

  // What the engine says of a core module, or this runtime of an argument that core code is given.
  [/^section out of order$/, 'core-module'],
  [/^type mismatch$/, 'core-module', 'core-argument-type'],

  // What is off.
  [/requires? the .* feature|proposal not enabled/, 'gated-feature'],

  // Indices and aliases.
  [/index out of bounds|^unknown (module|component|tag \d+)$/, 'unknown-index'],
  [/immediate must be zero/, 'unknown-index'],
  [/invalid outer alias count/, 'unknown-scope'],
  [/has no export named|^no export named|is not a module$/, 'unknown-export'],
  [/export `.*` for (core )?instance \d+ is not a /, 'unknown-export'],
  [/may only refer to types or instances/, 'alias-sort'],
  [/transitively refers to resources|refers to resources not defined in/, 'outer-resource'],

  // Sorts of types.
  [/is not a module type/, 'not-a-module-type'],
  [/is not an instance type/, 'not-an-instance-type'],
  [/is not a component type/, 'not-a-component-type'],
  [/is not a defined type/, 'not-a-value-type'],
  [/not a function type/, 'not-a-func-type'],
  [/not a local resource/, 'not-a-local-resource'],
  [/not a resource type/, 'not-a-resource'],
  [/requires a stream type/, 'not-a-stream-type'],
  [/requires a future type/, 'not-a-future-type'],

  // Names.
  [/name cannot be empty/, 'empty-name'],
  [/^`` is not in kebab case/, 'empty-name', 'not-kebab-case'],
  // Names that are not valid because a part of them is not in kebab case, too.
  [/not a valid (extern|export) name/, 'extern-name', 'not-kebab-case'],
  [/not in kebab case/, 'not-kebab-case'],
  [/^empty (string|identifier segment)|unexpected (character|end of input)/, 'extern-name'],
  [/is not a valid semver|is not lowercase in package name/, 'extern-name'],
  [/invalid interface version/, 'attribute', 'extern-name'],
  [/not valid base64|hash algorithm|integrity hash cannot be empty|^url cannot contain/, 'extern-name'],
  [/^expected `([<>{]|>=|integrity=<)`|^failed to find `>`|^trailing characters found: `[^/]/, 'extern-name'],
  // Nested namespaces and packages are gated.
  [/^expected `\/` after package name|^trailing characters found: `\//, 'extern-name', 'gated-feature'],
  [/failed to find `\.` character/, 'annotated-name', 'extern-name'],
  [/argument .*conflicts with previous argument/, 'duplicate-argument'],
  [/duplicate module instantiation argument/, 'duplicate-argument'],
  [/duplicate import name/, 'duplicate-import'],
  [/canonical encoding option `.*` conflicts with option/, 'option-conflict'],
  [/conflicts with previous/, 'name-conflict'],
  // Of the type of a core module.
  [/name `.*` already defined/, 'core-type', 'name-conflict'],

  // Names of the functions of resources.
  [
    /does not match expected resource name|is not a func$|constructor function cannot be async/,
    'annotated-name',
  ],
  [/should (return|have|take) |^import name `\[.*` is not valid$/, 'annotated-name'],
  [/does not have a name in this context|resource name is not known in this context/, 'annotated-name'],

  // Attributes of names.
  [/^only instances( can have|$)|is not valid with `implements`/, 'attribute'],
  [/duplicate '.*' option in name|must be an interface|^not a valid name$/, 'attribute'],

  // Types.
  [/must have (at least one|more than zero)/, 'empty-type'],
  [/cannot have more than 32 flags/, 'too-many-flags'],
  [/exceeds maximum byte size|list element count exceeds limit/, 'value-too-large'],
  [/effective type size exceeds the limit/, 'type-too-large'],
  [/type nesting is too deep/, 'type-too-deep'],
  [/cannot contain a `borrow` type/, 'borrow-result'],
  [/`stream<char>` is not valid|is not valid at this time/, 'stream-element'],
  [/resources can only be defined within a concrete component/, 'resource-in-type'],
  [/resources can only be represented by/, 'resource-rep'],
  [/wrong signature for a destructor/, 'dtor-signature'],
  [/not valid to be used as (import|export)/, 'external-visibility'],

  // Core modules, their types and their instances.
  [
    /sub type cannot have a final super type|type index \d+ is a module type|only supports `i32`/,
    'core-type',
  ],
  [/type must match previous context type/, 'core-type'],
  [/memory size must be at most/, 'memory-limits'],
  [/missing module instantiation argument|does not export an item named/, 'core-missing-argument'],
  [/expected global type|expected table element type|expected global, found func/, 'core-argument-type'],
  [/mismatch in (memory limits|table limits|the shared flag|page size|index type)/, 'core-argument-type'],
  [/^(expected|found): *\(func|type mismatch for export `/, 'core-argument-type'],

  // Instantiation, and what an export is declared to be.
  [/missing import named/, 'missing-argument'],
  [/missing expected import/, 'argument-type'],
  [/missing expected export/, 'missing-export', 'argument-type'],
  [/ascribed type of export is not compatible/, 'ascription'],
  [/resource types are not the same/, 'argument-type', 'ascription'],
  [/^type mismatch (in|with|for import `)|^mismatch in (enum|flags) elements/, 'argument-type'],
  [/^expected .*,? found |^expected .* to (not be present|have no type)|but found none$/, 'argument-type'],

  // Canonical options and signatures.
  [/is specified more than once/, 'duplicate-option'],
  [/canonical option `.*` (is required|requires `.*` to also be specified)/, 'missing-option'],
  [/canonical option `.*` cannot be specified for/, 'misplaced-option'],
  [
    /cannot specify (post-return function in async|callback without async|`.*` option on)/,
    'misplaced-option',
    'async-option',
  ],
  [/canonical option `.*` uses a core function with an incorrect signature/, 'option-signature'],
  [
    /lowered (parameter|result) types .* do not match|start function must take a single `i32`/,
    'core-signature',
  ],
  [/the `async` canonical option requires an async function type/, 'async-option'],

  // Values, and start functions of components.
  [/start function requires \d+ arguments|start function (results size|argument)/, 'start-signature'],
  [/cannot be used more than once/, 'value-used-twice'],
  [/was not used as part of/, 'value-unused'],
];

/** The codes that a rejection may have which a script describes so; none for a description that is not known. */
export function rejectionCodes(description: string): readonly string[] {
  const [, ...codes] = reasons.find(([words]) => words.test(description)) ?? [];
  return codes;
}
