import type { ComponentItem } from '../types/item-type.js';
import { describeFunc, describeType } from '../types/print.js';
import type { Definition } from './definition.js';

/** The most names that are listed in a message, and the most that is shown of each. */
const shownNames = 12;
const shownLength = 200;

/** What is needed or found, in the words of a message: `func(a: u32)`, `an instance with write`, `a core module`. */
export function describeItem(item: ComponentItem): string {
  switch (item.kind) {
    case 'func':
      return describeFunc(item);
    case 'instance': {
      const names = neededNames(item.exports);
      return names.length === 0 ? 'an instance' : `an instance with ${listed(names)}`;
    }
    case 'type':
      return 'params' in item.type || 'exports' in item.type
        ? `a type of ${aKind(item.type)}`
        : `the type ${describeType(item.type)}`;
    default:
      return aKind(item);
  }
}

/** The kind of an item with its article: `a func`, `an instance`, `a core module`. */
export function aKind({ kind }: { readonly kind: ComponentItem['kind'] | Definition['kind'] }): string {
  if (kind === 'module') return 'a core module';
  return kind === 'instance' ? 'an instance' : `a ${kind}`;
}

/** The exports of an instance that someone has to provide. */
function neededNames(exports: ReadonlyMap<string, ComponentItem>): string[] {
  return [...exports].filter(([, item]) => !isOnlyTypes(item)).map(([name]) => name);
}

/** Types are known: nobody has to provide them. */
export function isOnlyTypes(item: ComponentItem): boolean {
  return item.kind === 'type' || (item.kind === 'instance' && [...item.exports.values()].every(isOnlyTypes));
}

function listed(names: readonly string[]): string {
  const rest = names.length - shownNames;
  const shown = names.slice(0, shownNames).map(shortened).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

/** A name, as far as people write them: of some hostile thousand bytes only the beginning. */
function shortened(name: string): string {
  return name.length > shownLength ? `${name.slice(0, shownLength)}…` : name;
}
