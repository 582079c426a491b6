import type { Alias } from './definitions.js';
import type { Reader } from './reader.js';
import { anySort } from './sorts.js';

/** `alias`: of an export, of a core export, or of something in an enclosing scope. */
export function alias(reader: Reader): Alias {
  const { offset } = reader;
  const { name, sort, coreSort } = anySort(reader);
  const target = reader.byte('the target of an alias');
  switch (target) {
    case 0x00:
      if (sort === undefined || sort === 'core-type') break;
      return {
        kind: 'export',
        sort,
        instance: reader.u32('an instance index'),
        name: reader.name('the name of an export'),
      };
    case 0x01:
      if (coreSort === undefined) break;
      return {
        kind: 'core-export',
        sort: coreSort,
        instance: reader.u32('a core instance index'),
        name: reader.name('the name of a core export'),
      };
    case 0x02:
      if (sort !== 'type' && sort !== 'component' && sort !== 'core-type' && sort !== 'core-module') break;
      return {
        kind: 'outer',
        sort,
        count: reader.u32('the number of scopes of an outer alias'),
        index: reader.u32('an index'),
      };
    default:
      throw reader.unknown('the target of an alias', target);
  }
  throw reader.misplaced(`${targets[target]} cannot be of the sort \`${name}\``, offset);
}

const targets = ['an export of an instance', 'an export of a core instance', 'an outer alias'] as const;
