import { StructureKind, VariableDeclarationKind } from 'ts-morph';
import type { FuncPlan, WorldPlan } from '../plan/model.js';
import { resourceFunctions } from '../plan/resources.js';
import { loweringsText } from './code/file-code.js';
import { hasLowerings } from './interface-file.js';
import { tallObject } from './literals.js';
import type { SourceBlock } from './source-file.js';

/** Whether there is code for any function that the world imports. */
export function hasWorldLowerings(plan: WorldPlan): boolean {
  return entriesOf(plan).length > 0;
}

/** How all that the world imports is lowered: its interfaces by their names, its own functions by none. */
export function worldLowerings(plan: WorldPlan): SourceBlock[] {
  const entries = entriesOf(plan);
  if (entries.length === 0) return [];
  return [
    [
      {
        kind: StructureKind.VariableStatement,
        declarationKind: VariableDeclarationKind.Const,
        declarations: [{ name: plan.names.lowerings, initializer: tallObject(entries) }],
      },
    ],
  ];
}

function entriesOf(plan: WorldPlan): (readonly [key: string, value: string])[] {
  const own = importedFunctions(plan).filter(({ shim }) => shim !== undefined);
  return [
    ...plan.imports.flatMap((item) =>
      item.kind === 'interface' && hasLowerings(item.plan) ? [[item.key, item.lowerings] as const] : [],
    ),
    ...(own.length === 0 ? [] : [['', loweringsText(own)] as const]),
  ];
}

/** The functions that stand in the world itself. */
export function importedFunctions({ imports }: WorldPlan): FuncPlan[] {
  return imports.flatMap((item) => {
    if (item.kind === 'func') return item.func;
    return item.kind === 'resource' ? resourceFunctions(item.type) : [];
  });
}
