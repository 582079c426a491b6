import { nearestName } from '../names/nearest.js';

/** Says what is nearly there in place of something that is missing; empty if there is nothing like it. */
export function nearestHint(name: string, names: Iterable<string>): string {
  const nearest = nearestName(name, names);
  if (nearest === undefined) return '';
  return nearest.why === 'version'
    ? `; there is ${nearest.name}, which is not compatible`
    : `; there is ${nearest.name}, did you mean that?`;
}
