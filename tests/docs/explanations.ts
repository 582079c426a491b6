import type { DiagnosticCode } from '@wit-bindgen-ts/wit-parser';

/** What a reader of the page is told about a code, besides its summary. */
export interface Explanation {
  /** What to do about it. */
  readonly remedy: string;
  /** The case that is shown: its name in `packages/wit-parser/tests/diagnostics`. */
  readonly example: string;
}

/** In the order of the page. */
export const chapters: Readonly<Record<string, readonly DiagnosticCode[]>> = {
  Text: ['forbidden-character', 'invalid-utf8', 'unclosed-comment', 'unclosed-string', 'invalid-string'],
  Syntax: [
    'syntax-error',
    'invalid-identifier',
    'invalid-list-length',
    'invalid-version',
    'unknown-attribute',
    'misplaced-attribute',
    'misplaced-package',
    'package-as-interface',
    'nesting-too-deep',
  ],
  Packages: [
    'missing-package',
    'unknown-package',
    'webassembly-package',
    'package-mismatch',
    'duplicate-package',
    'duplicate-package-docs',
    'nested-package',
    'package-cycle',
  ],
  Names: [
    'unknown-type',
    'unknown-name',
    'unknown-interface',
    'unknown-world',
    'unknown-rename',
    'not-a-type',
    'not-an-interface',
    'not-a-world',
    'duplicate-name',
    'case-insensitive-duplicate',
    'type-cycle',
    'dependency-cycle',
  ],
  'Types and functions': [
    'not-a-resource',
    'borrow-in-result',
    'constructor-result',
    'empty-type',
    'invalid-map-key',
  ],
  Worlds: ['conflicting-export', 'include-conflict', 'too-many-includes'],
  Gates: ['conflicting-gates', 'unversioned-gate', 'unreleased-version', 'gated-reference'],
};

export const explanations: Readonly<Record<DiagnosticCode, Explanation>> = {
  'forbidden-character': {
    remedy:
      'Remove the character. The frame shows it as an escape, because it is one that a terminal or an editor obeys instead of showing it: a control character, a directional override, or one that Unicode advises against. None may stand even in a comment.',
    example: 'hidden-text',
  },
  'invalid-utf8': {
    remedy: 'Save the file as UTF-8.',
    example: 'latin-1',
  },
  'unclosed-comment': {
    remedy: 'Write `*/`. Block comments nest: each `/*` inside of one needs an end of its own.',
    example: 'nested',
  },
  'unclosed-string': {
    remedy:
      'Write the quote that ends it. A string cannot go on in the next line; `\\n` stands for a line feed.',
    example: 'missing-quote',
  },
  'invalid-string': {
    remedy:
      'Use one of the escapes `\\t`, `\\n`, `\\r`, `\\"`, `\\\'`, `\\\\`, `\\u{2603}`, or two hexadecimal digits for a byte of UTF-8, such as `\\c3\\bc`.',
    example: 'unknown-escape',
  },
  'syntax-error': {
    remedy:
      'Look at the place and right before it: what is missing may be at the end of the line above. What was expected is listed.',
    example: 'missing-semicolon',
  },
  'invalid-identifier': {
    remedy:
      'Write words of ASCII letters and digits with one `-` between them, each all in lower case or all in upper case, the first one starting with a letter.',
    example: 'camel-case',
  },
  'invalid-list-length': {
    remedy: 'Write a smaller number, or leave the length out.',
    example: 'too-long',
  },
  'invalid-version': {
    remedy:
      'Write a [semantic version](https://semver.org): three numbers without leading zeros, and after them perhaps `-` with a prerelease and `+` with build metadata.',
    example: 'leading-zero',
  },
  'unknown-attribute': {
    remedy:
      'Use one of `@since(version = 1.2.0)`, `@unstable(feature = name)`, `@deprecated(version = 1.3.0)` and `@external-id("…")`.',
    example: 'misspelt',
  },
  'misplaced-attribute': {
    remedy: 'Put the attribute before the items that it is about, or leave it out.',
    example: 'package',
  },
  'misplaced-package': {
    remedy:
      'Move the declaration to the start of the file. To have several packages in one file, write the items of each but the first in braces.',
    example: 'second-declaration',
  },
  'package-as-interface': {
    remedy:
      'Name an interface of the package, `namespace:package/interface`. To give an interface of this package another name, write a space after the colon.',
    example: 'without-interface',
  },
  'nesting-too-deep': {
    remedy: 'Give names to the inner types. Tools of the Component Model refuse deeper ones too.',
    example: 'types',
  },
  'missing-package': {
    remedy: 'Start a file with `package namespace:name;`. In a folder, one file with it is enough.',
    example: 'file',
  },
  'unknown-package': {
    remedy:
      'Put the package into the folder `deps` beside the file, as a `.wit` file or a folder of them, and give the folder that holds both to the command. A version is part of the name.',
    example: 'other-version',
  },
  'webassembly-package': {
    remedy: 'Print the package as WIT with `wasm-tools component wit`, and put that into `deps` instead.',
    example: 'in-deps',
  },
  'package-mismatch': {
    remedy:
      'Let all files of a folder name the same package and version, or leave the declaration out in all but one.',
    example: 'two-names',
  },
  'duplicate-package': {
    remedy: 'Remove one of the two, or give it another name or version.',
    example: 'in-one-file',
  },
  'duplicate-package-docs': {
    remedy: 'Keep one of the comments: only one can be the documentation of the package.',
    example: 'two-files',
  },
  'nested-package': {
    remedy: 'Move the inner package out of the braces, to the top level of the file.',
    example: 'braces-in-braces',
  },
  'package-cycle': {
    remedy:
      'Move what both packages need into a third one. Within a package, name its interfaces without the package.',
    example: 'two-packages',
  },
  'unknown-type': {
    remedy:
      'Correct the name, declare the type, or bring it in from another interface with `use interface.{type};`.',
    example: 'misspelt',
  },
  'unknown-name': {
    remedy:
      'Correct the name, or declare the interface or the world. To name one of another package, write `namespace:package/name`.',
    example: 'misspelt',
  },
  'unknown-interface': {
    remedy: 'Correct the name, or use a version of the package that has the interface.',
    example: 'misspelt',
  },
  'unknown-world': {
    remedy: 'Correct the name, or use a version of the package that has the world.',
    example: 'include',
  },
  'unknown-rename': {
    remedy:
      'Name a function, a type or a plainly named interface of the world that is included. Interfaces with a full name cannot be renamed.',
    example: 'misspelt',
  },
  'not-a-type': {
    remedy: 'Name a type. Functions cannot be used from an interface: import the interface instead.',
    example: 'function-used',
  },
  'not-an-interface': {
    remedy: 'Name an interface, or take in the imports and exports of the world with `include`.',
    example: 'import',
  },
  'not-a-world': {
    remedy: 'Name a world, or `import` or `export` the interface.',
    example: 'include',
  },
  'duplicate-name': {
    remedy:
      'Give one of the two another name. Interfaces and worlds of a package share their names, as do types and functions of an interface.',
    example: 'type',
  },
  'case-insensitive-duplicate': {
    remedy: 'Give one of the two a name that differs in more than its case.',
    example: 'exports',
  },
  'type-cycle': {
    remedy:
      'Break the cycle: types in WIT are not recursive, not through a list or an option either. Put the values into one list and let them name each other by index, or use a resource.',
    example: 'record',
  },
  'dependency-cycle': {
    remedy: 'Move what both need into a third interface or world.',
    example: 'interfaces',
  },
  'not-a-resource': {
    remedy: 'Write the type itself. Only resources have handles, `own<…>` and `borrow<…>`.',
    example: 'borrowed-record',
  },
  'borrow-in-result': {
    remedy:
      'Return the resource itself, which gives it away, or something by which the caller finds it. A borrowed handle ends with the call.',
    example: 'method',
  },
  'constructor-result': {
    remedy:
      'Leave the result out, or return a `result` whose `ok` is the resource, for a constructor that can fail. For anything else write a `static` function.',
    example: 'other-ok',
  },
  'empty-type': {
    remedy: 'Give it a case. There would be no value of a type without one.',
    example: 'enum',
  },
  'invalid-map-key': {
    remedy: 'Use a bool, an integer, a char or a string, or write a list of tuples instead.',
    example: 'float',
  },
  'conflicting-export': {
    remedy:
      'Export the interfaces between the two as well, so that all of them use the types of the export; or export less.',
    example: 'one-way-and-another',
  },
  'include-conflict': {
    remedy: 'Rename one of the two with `include world with { name as other-name }`, or remove it.',
    example: 'function',
  },
  'too-many-includes': {
    remedy:
      'Include fewer worlds in each other. Each `include` copies all of a world, so that a chain of them grows with the square of its length.',
    example: 'long-chain',
  },
  'conflicting-gates': {
    remedy:
      'Write each attribute once, either `@since` or `@unstable`, and `@deprecated` only beside one of them.',
    example: 'since-and-unstable',
  },
  'unversioned-gate': {
    remedy: 'Give the package a version, `package namespace:name@1.0.0;`.',
    example: 'interface',
  },
  'unreleased-version': {
    remedy: 'Raise the version of the package, or mark the item `@unstable` until then.',
    example: 'function',
  },
  'gated-reference': {
    remedy:
      'Put the same `@unstable` before what refers to the item, or activate the feature: `--features name`.',
    example: 'type',
  },
};
