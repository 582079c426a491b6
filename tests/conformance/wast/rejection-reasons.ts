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
  [
    /unexpected data at the end of the section|unexpected content in the component start section/,
    'section-size',
  ],

  // What the engine says of the body of a core module.
  [/^section out of order$/, 'core-module'],
  [/^type mismatch$/, 'core-module'],
  [/^unknown \w+ \d+: \w+ index out of bounds$/, 'core-module'],

  // Indices and aliases.
  [/index out of bounds/, 'unknown-index'],
  [/^unknown (module|component)$/, 'unknown-index'],
  [/invalid outer alias count/, 'unknown-scope'],
  [/has no export named|^no export named/, 'unknown-export'],
  [/export `.*` for (core )?instance \d+ is not a |is not a module$/, 'unknown-export'],
  [/may only refer to types or instances/, 'alias-sort'],
  [/transitively refers to resources/, 'outer-resource'],

  // Sorts of types.
  [/is not a module type/, 'not-a-module-type'],
  [/is not an instance type/, 'not-an-instance-type'],
  [/is not a component type/, 'not-a-component-type'],
  [/is not a defined type/, 'not-a-value-type'],
  [/is not a function type/, 'not-a-func-type'],
  [/^not a function type/, 'not-a-core-func-type'],
  [/not a local resource/, 'not-a-local-resource'],
  [/not a resource type/, 'not-a-resource'],

  // Names.
  [/name cannot be empty/, 'empty-name'],
  [/^`` is not in kebab case/, 'empty-name', 'not-kebab-case'],
  [/is not a valid extern name/, 'extern-name'],
  [/not in kebab case/, 'not-kebab-case'],
  [
    /empty identifier segment|empty string|unexpected (character|end of input)|trailing characters found/,
    'extern-name',
  ],
  [/expected `\/` after package name/, 'extern-name'],
  [/failed to find `\.` character/, 'annotated-name', 'extern-name'],
  [/(instantiation )?argument .*conflicts with previous argument/, 'duplicate-argument'],
  [/duplicate module instantiation argument/, 'duplicate-argument'],
  [/duplicate import name/, 'duplicate-import'],
  [/canonical encoding option `.*` conflicts with option/, 'option-conflict'],
  [/conflicts with previous/, 'name-conflict'],
  // Of the type of a core module.
  [/name `.*` already defined/, 'core-type', 'name-conflict'],

  // Names of the functions of resources.
  [/does not match expected resource name|is not a func$/, 'annotated-name'],
  [/should (return|have|take) /, 'annotated-name'],
  [/resource (used in function|name is not known)|does not have a name in this context/, 'annotated-name'],

  // Attributes of names.
  [/can have an `implements`|^only instances$|is not valid with `implements`/, 'attribute'],
  [/duplicate '.*' option in name|must be an interface|^not a valid name$/, 'attribute'],

  // Types.
  [/must have at least one/, 'empty-type'],
  [/cannot have more than 32 flags/, 'too-many-flags'],
  [/exceeds maximum byte size/, 'value-too-large'],
  [/cannot contain a `borrow` type/, 'borrow-result'],
  [/`stream<char>` is not valid|is not valid at this time/, 'stream-element'],
  [/resources can only be defined within a concrete component/, 'resource-in-type'],
  [/wrong signature for a destructor/, 'dtor-signature'],
  [/not valid to be used as (import|export)/, 'external-visibility'],

  // Core modules and their types.
  [/memory size must be at most/, 'memory-limits'],
  [/missing module instantiation argument|does not export an item named/, 'core-missing-argument'],
  [
    /expected global type|expected table element type|mismatch in (memory|table) limits/,
    'core-argument-type',
  ],
  [/mismatch in the shared flag|expected global, found func|^expected: \(func\)/, 'core-argument-type'],

  // Instantiation and what an export is declared to be.
  [/missing (expected )?import/, 'missing-argument', 'argument-type'],
  [/missing expected export/, 'missing-export'],
  [/ascribed type of export is not compatible/, 'ascription'],
  [/resource types are not the same/, 'argument-type', 'ascription'],
  [
    /^type mismatch (in|with)|^mismatch in (enum|flags) elements|^expected .* (found|to not be present)/,
    'argument-type',
  ],
  [/^expected (case|err|ok|a result|.* have no type)/, 'argument-type'],

  // Canonical options and signatures.
  [/is specified more than once/, 'duplicate-option'],
  [/canonical option `.*` (is required|requires `.*` to also be specified)/, 'missing-option'],
  [/canonical option `.*` cannot be specified for/, 'misplaced-option'],
  [/canonical option `.*` uses a core function with an incorrect signature/, 'option-signature'],
  [/lowered (parameter|result) types .* do not match/, 'core-signature'],
  [/the `async` canonical option requires an async function type/, 'async-option'],
];

/** The codes that a rejection may have which a script describes so; none for a description that is not known. */
export function rejectionCodes(description: string): readonly string[] {
  const [, ...codes] = reasons.find(([words]) => words.test(description)) ?? [];
  return codes;
}
