import {
  aliases,
  canons,
  component,
  componentSection,
  coreTypes,
  customSection,
  each,
  exportOf,
  exports,
  func,
  funcOf,
  importOf,
  imports,
  instances,
  instantiate,
  lower,
  name,
  resource,
  section,
  sortIndex,
  typeIndex,
  types,
  u32,
} from '../../../harness/component-binary.js';
import { input } from './input.js';

const count = 12_500;

/** What is small, many times over. */
export const many = [
  input('custom sections', count, (n) => component(each(n, () => customSection('a', [])))),
  input('empty sections', count, (n) =>
    component(each(n, (i) => [types([]), imports([]), exports([]), aliases([])][i % 4] ?? [])),
  ),
  input('sections of no size', count, (n) => component(each(n, () => [7, 0]))),
  input('empty components', count, (n) => component(each(n, () => componentSection(component())))),
  input('canonical options', count, (n) =>
    component(
      types([func([])]),
      imports([importOf('f', funcOf(0))]),
      section(8, [1, 1, 0, 0, u32(n), each(n, () => 0)]),
    ),
  ),
  input('arguments that nothing asks for', count, (n) =>
    component(
      componentSection(component()),
      types([func([])]),
      imports([importOf('f', funcOf(0))]),
      instances([
        instantiate(
          0,
          each(n, (i) => [name(`a${i}`), sortIndex('func', 0)]),
        ),
      ]),
    ),
  ),
  input('arguments of one name', count, (n) =>
    component(
      componentSection(component()),
      types([func([])]),
      imports([importOf('f', funcOf(0))]),
      instances([
        instantiate(
          0,
          each(n, () => [name('a'), sortIndex('func', 0)]),
        ),
      ]),
    ),
  ),
  input('built-ins of a resource', count, (n) =>
    component(types([resource]), canons(each(n, (i) => [2 + (i % 3), 0]))),
  ),
  input('exports of one resource', count, (n) =>
    component(types([resource]), exports(each(n, (i) => exportOf(`r${i}`, 'type', 0)))),
  ),
  input('functions lowered and dropped', count, (n) =>
    component(types([func([])]), imports([importOf('f', funcOf(0))]), canons(each(n, () => lower(0)))),
  ),
  input('recursive groups of core types', count, (n) =>
    component(coreTypes(each(n, (i) => [0x4e, 1, 0x60, 1, 0x63, typeIndex(i), 0]))),
  ),
  input('core types of one recursive group', count, (n) =>
    component(section(3, [1, 0x4e, u32(n), each(n, (i) => [0x60, 1, 0x63, typeIndex((i * 7) % n), 0])])),
  ),
];
