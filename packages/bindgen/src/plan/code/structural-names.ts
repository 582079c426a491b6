import type { ValuePlan } from '@wit-bindgen-ts/runtime/abi';
import { pascalCase } from '../../wit/casing.js';

const longestName = 60;
const keptOfLongName = 40;

/**
 * What a type is called in the names of functions if WIT gives it no name: `ListItem`, `ResultNoneString`.
 *
 * @param nameOf What its parts are called.
 */
export function structuralName(value: ValuePlan, nameOf: (part: ValuePlan) => string): string {
  return shortened(fullName(value, nameOf));
}

function fullName(value: ValuePlan, nameOf: (part: ValuePlan) => string): string {
  const orNone = (part: ValuePlan | undefined): string => (part === undefined ? 'None' : nameOf(part));
  switch (value.kind) {
    case 'list':
      return `List${nameOf(value.element)}`;
    case 'fixed-length-list':
      return `List${value.length}${nameOf(value.element)}`;
    case 'map':
      return `Map${nameOf(value.key)}${nameOf(value.value)}`;
    case 'tuple':
      return `Tuple${value.parts.map((part) => nameOf(part.value)).join('')}`;
    case 'variant':
      if (value.type.kind === 'option') return `Option${orNone(value.cases[1]?.payload)}`;
      return `Result${orNone(value.cases[0]?.payload)}${orNone(value.cases[1]?.payload)}`;
    default:
      return pascalCase(value.type.kind);
  }
}

/** Names of names grow with every level; a long one keeps its beginning, and what sets it apart from others. */
function shortened(name: string): string {
  if (name.length <= longestName) return name;
  return `${name.slice(0, keptOfLongName)}_${hash(name)}`;
}

/** FNV-1a: seven digits and letters, the same everywhere. */
function hash(text: string): string {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  return (bits >>> 0).toString(36).padStart(7, '0');
}
