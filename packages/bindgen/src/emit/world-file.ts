import { StructureKind, VariableDeclarationKind, type StatementStructures } from 'ts-morph';
import type { FuncPlan, UsedName, UsePlan, WorldExport, WorldImport, WorldPlan } from '../plan/model.js';
import { resourceFunctions } from '../plan/resources.js';
import { FileCodeText } from './code/file-code.js';
import { typeBlocks } from './declare-types.js';
import { DescriptorText } from './descriptor-text.js';
import { hostClassImports, useBlocks } from './file-imports.js';
import { hasItems, hasLowerings, hasMembers } from './interface-file.js';
import { stringLiteral, tallObject } from './literals.js';
import { RuntimeImports } from './runtime-imports.js';
import { importRuntimeTypes } from './runtime-types.js';
import type { SourceBlock } from './source-file.js';
import { importsType } from './world-imports.js';
import { worldLowerings } from './world-lowerings.js';
import { hasExports, preClass, worldClass } from './world-classes.js';

/** The file of a world: what it declares itself, what it needs of a host, and its classes. */
export function worldBlocks(plan: WorldPlan): SourceBlock[] {
  const runtime = new RuntimeImports();
  const descriptors = new DescriptorText(runtime);
  const code = new FileCodeText(plan.code, runtime);
  const body: SourceBlock[] = [
    ...typeBlocks(plan.types, descriptors, code),
    [importsType(plan)],
    [worldDescriptor(plan, descriptors, runtime)],
    ...worldLowerings(plan),
    ...(hasExports(plan) ? [[indicesFunction(plan, runtime), indicesType(plan)]] : []),
    [preClass(plan, runtime)],
    [worldClass(plan, runtime)],
    ...shimBlocks(plan, code),
    ...code.helpers(),
  ];
  importWorldTypes(plan, runtime);
  const uses = useBlocks(plan.path, [...plan.uses, ...interfaceUses(plan)]);
  const imports = [...runtime.declaration(), ...uses.imports, ...hostClassImports(plan.path, plan.types)];
  return [imports, uses.exports, ...body];
}

function shimBlocks({ names, imports, exports }: WorldPlan, code: FileCodeText): SourceBlock[] {
  return [
    ...imports.flatMap((item) => {
      if (item.kind === 'func') return code.lower(item.func, names.imports);
      return item.kind === 'resource' ? code.lowerResource(item.type, names.imports) : [];
    }),
    ...exports.flatMap((item) =>
      item.kind === 'func' ? code.lift(item.func, names.world, item.member) : [],
    ),
  ];
}

function importWorldTypes({ types, imports, exports }: WorldPlan, runtime: RuntimeImports): void {
  const functionsOf = (items: readonly (WorldImport | WorldExport)[]): FuncPlan[] =>
    items.flatMap((item) => (item.kind === 'func' ? item.func : []));
  importRuntimeTypes(
    runtime,
    types,
    [...types.flatMap(resourceFunctions), ...functionsOf(imports)],
    'import',
  );
  importRuntimeTypes(runtime, [], functionsOf(exports), 'export');
}

/** What the world's file needs of its interfaces' files. */
function interfaceUses({ imports, exports }: WorldPlan): UsePlan[] {
  const ofImports = imports.flatMap((item): UsePlan[] =>
    item.kind === 'interface' && hasItems(item.plan)
      ? [
          {
            path: item.plan.path,
            isForeign: item.plan.isForeign,
            names: importedNames(item),
          },
        ]
      : [],
  );
  const ofExports = exports.flatMap((item): UsePlan[] =>
    item.kind === 'interface' && hasMembers(item.plan)
      ? [{ path: item.plan.path, names: exportedNames(item) }]
      : [],
  );
  return [...ofImports, ...ofExports];
}

function importedNames({ plan, local, lowerings }: Extract<WorldImport, { kind: 'interface' }>): UsedName[] {
  const type = { name: plan.names.type, local, reexported: false };
  if (!hasLowerings(plan)) return [type];
  return [type, { name: plan.names.lowerings, local: lowerings, reexported: false }];
}

function exportedNames({ plan, local }: Extract<WorldExport, { kind: 'interface' }>): UsedName[] {
  const { names } = plan;
  return [
    { name: names.type, local: local.type, reexported: false },
    { name: names.indices, local: local.indices, reexported: false },
    { name: names.load, local: local.load, reexported: false },
  ];
}

function worldDescriptor(
  { names, imports, exports }: WorldPlan,
  descriptors: DescriptorText,
  runtime: RuntimeImports,
): StatementStructures {
  const entries = [
    ['imports', tallObject(resourcesFirst(imports).flatMap((item) => importEntries(item, descriptors)))],
    ['exports', tallObject(exports.flatMap((item) => exportEntries(item, descriptors)))],
  ] as const;
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [
      { name: names.descriptor, initializer: `${runtime.value('world')}(${tallObject(entries)})` },
    ],
  };
}

/** A resource stands before the functions that use it, and after the interface that it may come from. */
function resourcesFirst(imports: readonly WorldImport[]): WorldImport[] {
  return [
    ...imports.filter(({ kind }) => kind === 'interface'),
    ...imports.filter(({ kind }) => kind === 'resource' || kind === 'used-resource'),
    ...imports.filter(({ kind }) => kind === 'func'),
  ];
}

type Entry = readonly [key: string, value: string];

function importEntries(item: WorldImport, descriptors: DescriptorText): Entry[] {
  switch (item.kind) {
    case 'interface':
      return hasItems(item.plan) ? [[item.key, item.local]] : [];
    case 'func':
      return [[item.func.witName, descriptors.func(item.func)]];
    case 'used-resource':
      return [[item.witName, item.name]];
    case 'resource':
      return [
        [item.witName, item.type.name],
        ...resourceFunctions(item.type).map((func): Entry => [func.witName, descriptors.func(func)]),
      ];
  }
}

function exportEntries(item: WorldExport, descriptors: DescriptorText): Entry[] {
  if (item.kind === 'func') return [[item.func.witName, descriptors.func(item.func)]];
  return hasMembers(item.plan) ? [[item.key, item.local.type]] : [];
}

function indicesFunction({ names, exports }: WorldPlan, runtime: RuntimeImports): StatementStructures {
  const entries = exports.flatMap((item): Entry[] => {
    if (item.kind === 'func') return [[item.member, `exports.index(${stringLiteral(item.func.witName)})`]];
    if (!hasMembers(item.plan)) return [];
    return [[item.member, `${item.local.indices}(exports.instance(${stringLiteral(item.key)}))`]];
  });
  return {
    kind: StructureKind.Function,
    name: names.indices,
    parameters: [{ name: 'component', type: runtime.type('Component') }],
    statements: [
      `const exports = ${runtime.value('checkExports')}(component, ${names.descriptor});`,
      `return ${tallObject(entries)};`,
    ],
  };
}

function indicesType({ names }: WorldPlan): StatementStructures {
  return {
    kind: StructureKind.TypeAlias,
    name: names.indicesType,
    type: `ReturnType<typeof ${names.indices}>`,
  };
}
