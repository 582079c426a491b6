import type { ExportEntry, Initializer } from './plan.js';
import { exportWithReferences, madeBy, withReferences, type MadeKind, type Renumber } from './references.js';

/** What is made at run time, and what of it is exported. */
export interface Steps {
  readonly initializers: readonly Initializer[];
  readonly exports: readonly ExportEntry[];
}

/** Leaves out what makes functions and memories that nothing uses, and numbers the others anew. */
export function prune({ initializers, exports }: Steps): Steps {
  const kept = needed({ initializers, exports });
  if (kept.size === initializers.length) return { initializers, exports };
  const renumber = renumbering(initializers, kept);
  return {
    initializers: initializers.filter((step) => kept.has(step)).map((step) => withReferences(step, renumber)),
    exports: exports.map((entry) => exportWithReferences(entry, renumber)),
  };
}

/** What an initializer refers to stands before it: from the last to the first, all its uses are known. */
function needed({ initializers, exports }: Steps): ReadonlySet<Initializer> {
  const used = perKind(() => new Set<number>());
  const use: Renumber = (kind, number) => {
    used[kind].add(number);
    return number;
  };
  for (const entry of exports) exportWithReferences(entry, use);
  const left = perKind((kind) => initializers.filter((step) => madeBy(step) === kind).length);
  const kept = new Set<Initializer>();
  for (const step of initializers.toReversed()) {
    const kind = madeBy(step);
    if (kind !== undefined && !used[kind].has((left[kind] -= 1))) continue;
    kept.add(step);
    withReferences(step, use);
  }
  return kept;
}

function renumbering(initializers: readonly Initializer[], kept: ReadonlySet<Initializer>): Renumber {
  const numbers = perKind((): number[] => []);
  const next = perKind(() => 0);
  for (const step of initializers) {
    const kind = madeBy(step);
    if (kind !== undefined) numbers[kind].push(kept.has(step) ? next[kind]++ : -1);
  }
  return (kind, number) => numbers[kind][number] ?? -1;
}

function perKind<T>(make: (kind: MadeKind) => T): Record<MadeKind, T> {
  return {
    memory: make('memory'),
    'extracted-func': make('extracted-func'),
    lifted: make('lifted'),
    'core-func': make('core-func'),
  };
}
