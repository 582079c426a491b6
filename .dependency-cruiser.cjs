/**
 * The arrows of docs/architecture.md. In each package a phase imports only from phases that stand before it; packages
 * import only from packages that they name here.
 */

/** Phases of each package's `src`, in order. Files right in `src` stand last. */
const phases = {
  'wit-parser': ['source', 'syntax', 'resolve', 'print', 'load'],
  runtime: [
    'errors',
    'types',
    'names',
    'abi',
    'binary',
    'validate',
    'plan',
    'component',
    'call',
    'instantiate',
    'link',
    'embedding',
    'codegen',
  ],
  bindgen: ['wit', 'options', 'check', 'plan', 'emit', 'write', 'config', 'decode', 'inspect', 'cli'],
};

/** What each package may import from the others. */
const packages = {
  'wit-parser': [],
  runtime: [],
  bindgen: ['wit', 'options', 'check', 'plan', 'emit', 'write', 'config', 'decode', 'inspect', 'cli'],
};

const phaseRules = Object.entries(phases).flatMap(([name, folders]) =>
  folders.map((folder, index) => ({
    name: `${name}-${folder}`,
    comment: `${folder} imports only what stands before it`,
    severity: 'error',
    from: { path: `^packages/${name}/src/${folder}/` },
    to: {
      path: `^packages/${name}/src/`,
      pathNot: folders.slice(0, index + 1).map((before) => `^packages/${name}/src/${before}/`),
    },
  })),
);

const packageRules = Object.entries(packages).map(([name, allowed]) => ({
  name: `${name}-packages`,
  comment: `${name} imports only from ${['itself', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^packages/${name}/src/` },
  to: { path: '^packages/', pathNot: [name, ...allowed].map((other) => `^packages/${other}/`) },
}));

module.exports = {
  forbidden: [
    ...phaseRules,
    ...packageRules,
    {
      name: 'runtime-no-node',
      comment: 'the runtime runs in every engine',
      severity: 'error',
      from: { path: '^packages/runtime/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'runtime-dependencies',
      comment: 'a browser would feel any other dependency',
      severity: 'error',
      from: { path: '^packages/runtime/src/' },
      to: { path: 'node_modules', pathNot: 'node_modules/(@types/)?semver/' },
    },
    {
      name: 'wit-parser-node-only-to-load',
      comment: 'WIT text can be parsed anywhere; only reading files needs Node',
      severity: 'error',
      from: { path: '^packages/wit-parser/src/', pathNot: '^packages/wit-parser/src/load/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'generated-only-v1',
      comment: 'generated code imports other generated code, codegen/v1, and what options map to the user’s',
      severity: 'error',
      from: { path: '^(snapshots|examples/[^/]+/generated)/' },
      to: {
        pathNot: [
          '^(snapshots|examples/[^/]+/generated)/',
          '^packages/runtime/(src|dist)/codegen/v1/index',
          '^tests/codegen/hosts/',
        ],
      },
    },
    {
      name: 'no-cycles',
      comment: 'what runs at import time has an order',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '^e2e/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
