import type { LoweredPart } from './value-code.js';

/** Core values, with the statements that must come before them. */
export interface CoreArguments {
  readonly statements: readonly string[];
  readonly args: readonly string[];
}

/**
 * Writes what values are lowered to as a list of core values. An array of some of them has to be taken apart; then all
 * that changes the guest is done before, in its order.
 *
 * @param names Of constants, one for each core value.
 */
export function coreArguments(parts: readonly LoweredPart[], names: readonly string[]): CoreArguments {
  if (parts.every(({ form }) => form !== 'tuple')) {
    return { statements: [], args: parts.flatMap(({ expressions }) => expressions) };
  }
  const statements: string[] = [];
  const args: string[] = [];
  for (const { form, expressions, count } of parts) {
    const own = names.slice(args.length, args.length + count);
    if (form === 'plain') args.push(...expressions);
    else args.push(...own);
    if (form === 'tuple') statements.push(`const [${own.join(', ')}] = ${expressions.join()};`);
    if (form === 'moving')
      statements.push(...own.map((name, index) => `const ${name} = ${expressions[index]};`));
  }
  return { statements, args };
}
