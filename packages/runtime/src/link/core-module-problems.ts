import { compiledModuleType, plannedModuleType } from '../component/core-module-type.js';
import type { Problem } from '../errors/problem.js';
import type { CoreModuleEntry } from '../plan/plan.js';

/** What keeps a core module from being what a component imports: its exports may be more, and its imports fewer. */
export function coreModuleProblems(
  entry: CoreModuleEntry | null,
  module: WebAssembly.Module,
  where: string,
): Problem[] {
  const expected = plannedModuleType(entry);
  const found = compiledModuleType(module);
  const problems: Problem[] = [];
  for (const [name, kind] of expected.exports) {
    const given = found.exports.get(name);
    if (given === kind) continue;
    const message = `expected a ${kind}, ${given === undefined ? 'but the core module does not export this' : `found a ${given}`}`;
    problems.push({ code: 'import-type', where: `${where}#${name}`, message });
  }
  for (const [from, items] of found.imports) {
    for (const [name, kind] of items) {
      const given = expected.imports.get(from)?.get(name);
      if (given === kind) continue;
      const what = `the core module imports a ${kind} \`${name}\` from \`${from}\``;
      const message =
        given === undefined
          ? `${what}, which the component does not give it`
          : `${what}, but is given a ${given}`;
      problems.push({ code: 'import-type', where, message });
    }
  }
  return problems;
}
