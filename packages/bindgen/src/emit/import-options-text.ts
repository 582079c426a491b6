import type { ImportOptions } from '../plan/model.js';
import { stringLiteral, wideObject } from './literals.js';

/** The last arguments of `defineImports`, with a comma before them; nothing where all is as usual. */
export function importOptionsText({ results, trappable, async: promised }: ImportOptions): string {
  const entries = [
    ...(results === undefined ? [] : [['results', stringLiteral(results)] as const]),
    ...(trappable.length === 0 ? [] : [['trappable', listText(trappable)] as const]),
    ...(promised.length === 0 ? [] : [['async', listText(promised)] as const]),
  ];
  return entries.length === 0 ? '' : `, {}, ${wideObject(entries)}`;
}

function listText(names: readonly string[]): string {
  return `[${names.map(stringLiteral).join(', ')}]`;
}
