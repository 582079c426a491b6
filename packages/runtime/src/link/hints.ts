import type { Problem } from '../errors/problem.js';
import { nearestName } from '../names/nearest.js';

/** Says what is nearly there in place of something that is missing; empty if there is nothing like it. */
export function nearestHint(name: string, names: Iterable<string>): string {
  const nearest = nearestName(name, names);
  if (nearest === undefined) return '';
  return nearest.why === 'version'
    ? `; there is ${nearest.name}, which is not compatible`
    : `; there is ${nearest.name}, did you mean that?`;
}

/** After this many problems none is told what is nearly there: a hostile component can import a great deal. */
const hintedProblems = 100;

/** The hint for one more problem. */
export function hintFor(problems: readonly Problem[], hint: () => string): string {
  return problems.length < hintedProblems ? hint() : '';
}
