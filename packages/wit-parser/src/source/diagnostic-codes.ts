/** What kind of thing is wrong: every code, with what it says in one sentence. A code never changes its meaning. */
export const diagnosticCodes = {
  // Text
  'forbidden-character':
    'A character may stand nowhere in WIT, because it could make the text look different from what it says.',
  'invalid-utf8': 'A file is not UTF-8 text.',
  'unclosed-comment': 'A block comment does not end.',
  'unclosed-string': 'A string does not end on its line.',
  // Syntax
  'syntax-error': 'Something stands where WIT allows something else.',
  'invalid-identifier': 'A name is not made of words in kebab case.',
  'invalid-list-length': 'The length of a list is greater than 4294967295.',
  'invalid-string': 'A string has a wrong escape, or is not UTF-8.',
  'invalid-version': 'A version is not a semantic version.',
  'misplaced-attribute': 'An attribute stands before what cannot have one.',
  'misplaced-package': 'A `package` declaration does not come first in its file.',
  'nesting-too-deep': 'Types or packages are nested too deep.',
  'package-as-interface': 'The name of a package stands where an interface is needed.',
  'unknown-attribute': 'There is no such attribute.',
  // Packages
  'duplicate-package': 'Two packages have the same name and version.',
  'duplicate-package-docs': 'Several files document the one package that they belong to.',
  'missing-package': 'No file says which package it belongs to.',
  'nested-package': 'A package stands inside the braces of another one.',
  'package-cycle': 'A package depends on itself.',
  'package-mismatch': 'A file belongs to another package than its folder.',
  'unknown-package': 'A package that is used was not found.',
  'webassembly-package': 'A package is encoded as WebAssembly, which is not read yet.',
  // Names
  'case-insensitive-duplicate': 'Two names in a world differ in case only.',
  'dependency-cycle': 'An interface or a world depends on itself.',
  'duplicate-name': 'A name is defined twice in one place.',
  'not-a-type': 'A name that is no type stands where a type is needed.',
  'not-a-world': 'An interface stands where a world is needed.',
  'not-an-interface': 'A world stands where an interface is needed.',
  'type-cycle': 'A type contains itself.',
  'unknown-interface': 'Another package has no such interface.',
  'unknown-name': 'The package has no interface or world of this name.',
  'unknown-rename': 'A name to be renamed by `include … with` is not in the world that is included.',
  'unknown-type': 'There is no type of this name.',
  'unknown-world': 'Another package has no such world.',
  // Types and functions
  'borrow-in-result': 'A function returns a borrowed handle.',
  'constructor-result': 'A constructor returns something else than its resource.',
  'empty-type': 'An enum or a variant has no cases.',
  'invalid-map-key': 'A map has keys of a type that cannot be compared.',
  'not-a-resource': 'A handle is of a type that is no resource.',
  // Worlds
  'conflicting-export': 'A world would need an interface both as an import and as an export.',
  'include-conflict': 'A world includes an item that it has already.',
  'too-many-includes': 'Including worlds makes too many copies of their items.',
  // Gates
  'conflicting-gates': 'The gates of an item contradict each other.',
  'gated-reference': 'Something that is always there refers to what needs a feature.',
  'unreleased-version': 'An item is there since a version that comes after its package.',
  'unversioned-gate': 'A gate names a version, and its package has none.',
} as const satisfies Readonly<Record<string, string>>;

/** What kind of thing is wrong. */
export type DiagnosticCode = keyof typeof diagnosticCodes;
