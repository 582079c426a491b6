import type { ImportOptions, WorldPlan } from '../plan/model.js';
import { stringLiteral, wideObject } from './literals.js';
import { hasWorldLowerings } from './world-lowerings.js';

/** The last arguments of `defineImports`: how imports are lowered, and what the options say about them. */
export function importArguments(plan: WorldPlan): string[] {
  const options = optionsText(plan.importOptions);
  if (hasWorldLowerings(plan)) return [plan.names.lowerings, ...options];
  return options.length === 0 ? [] : ['{}', ...options];
}

function optionsText({ results, trappable, async: promised }: ImportOptions): string[] {
  const entries = [
    ...(results === undefined ? [] : [['results', stringLiteral(results)] as const]),
    ...(trappable.length === 0 ? [] : [['trappable', listText(trappable)] as const]),
    ...(promised.length === 0 ? [] : [['async', listText(promised)] as const]),
  ];
  return entries.length === 0 ? [] : [wideObject(entries)];
}

function listText(names: readonly string[]): string {
  return `[${names.map(stringLiteral).join(', ')}]`;
}
