import { camelCase, pascalCase } from '../../wit/casing.js';
import type { NameScope } from './name-scope.js';

/**
 * Names for the members of objects whose users know them by their names in WIT. The runtime settles them by the same
 * rules where it looks for what a host provides: see `names/member-names.ts` there.
 */

/**
 * Claims the name of a function: in camelCase; where that is taken, as WIT has it, so that `a-1` stays apart from `a1`; with
 * an underscore if that would be the same.
 */
export function claimFunctionMember(scope: NameScope, label: string): string {
  return scope.claim(memberCandidates(camelCase(label), label));
}

/** Claims the name of a resource's class: as that of a function, in PascalCase. */
export function claimClassMember(scope: NameScope, label: string): string {
  return scope.claim(memberCandidates(pascalCase(label), label));
}

function memberCandidates(spelled: string, label: string): string[] {
  return [spelled, ...(label.includes('-') ? [label] : []), `${spelled}_`];
}

/**
 * The keys of the fields of a record, or of flags: in camelCase, but those that would be one then stay as WIT has them.
 */
export function dataKeys(labels: readonly string[]): string[] {
  const keys = labels.map(camelCase);
  const seen = new Set<string>();
  const shared = new Set(keys.filter((key) => seen.size === seen.add(key).size));
  return labels.map((label, index) => {
    const key = keys[index] ?? '';
    return shared.has(key) ? label : key;
  });
}
