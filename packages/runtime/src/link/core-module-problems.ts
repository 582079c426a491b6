import type { Problem } from '../errors/problem.js';
import type { CoreModuleType } from '../types/item-type.js';
import { describeCoreType, fitsCoreType, type FoundCoreType, type FoundModule } from './core-module-type.js';

/**
 * What keeps a core module from being what a component imports: its exports may be more, and its imports fewer. Of
 * modules that the host compiled only the kinds are known; the engine compares the rest where they are instantiated.
 */
export function coreModuleProblems(expected: CoreModuleType, found: FoundModule, where: string): Problem[] {
  const problems: Problem[] = [];
  for (const [name, type] of expected.exports) {
    const given = found.exports.get(name);
    if (given !== undefined && fitsCoreType(given, type)) continue;
    const what =
      given === undefined ? 'but the core module does not export this' : `found ${described(given, type)}`;
    const message = `expected ${described(type, given)}, ${what}`;
    problems.push({ code: 'import-type', where: `${where}#${name}`, message });
  }
  for (const [from, name, type] of found.imports) {
    const given = expected.imports.get(from)?.get(name);
    if (given !== undefined && fitsCoreType(given, type)) continue;
    const what = `the core module imports ${described(type, given)} \`${name}\` from \`${from}\``;
    const message =
      given === undefined
        ? `${what}, which the component does not give it`
        : `${what}, but is given ${described(given, type)}`;
    problems.push({ code: 'import-type', where, message });
  }
  return problems;
}

/** The kind of a type, or all of it where another is of the same kind. */
function described(type: FoundCoreType, other: FoundCoreType | undefined): string {
  return type.kind === other?.kind ? describeCoreType(type) : `a ${type.kind}`;
}
