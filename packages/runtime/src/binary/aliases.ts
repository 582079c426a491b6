import type { Alias } from './definitions.js';
import type { Reader } from './reader.js';
import { anySort } from './sorts.js';

/** `alias`: of an export, of a core export, or of something in an enclosing scope. */
export function alias(reader: Reader): Alias {
  const { offset } = reader;
  const sort = anySort(reader);
  const target = reader.byte('the target of an alias');
  switch (target) {
    case 0x00: {
      const of = sort.core ? coreItem(sort.sort) : sort.sort;
      if (of === undefined || of === 'core-type') {
        throw reader.misplaced(`a core ${sort.sort} cannot be an export of an instance`, offset);
      }
      const instance = reader.u32('an instance index');
      return { kind: 'export', sort: of, instance, name: reader.name('the name of an export') };
    }
    case 0x01: {
      if (!sort.core) {
        throw reader.misplaced(`a ${sort.sort} cannot be an export of a core instance`, offset);
      }
      const instance = reader.u32('a core instance index');
      const name = reader.name('the name of a core export');
      return { kind: 'core-export', sort: sort.sort, instance, name };
    }
    case 0x02:
      return outerAlias(reader, sort, offset);
    default:
      throw reader.unknown('the target of an alias', target);
  }
}

function outerAlias(reader: Reader, { core, sort }: ReturnType<typeof anySort>, offset: number): Alias {
  const of = core ? coreItem(sort) : sort;
  if (of !== 'type' && of !== 'component' && of !== 'core-type' && of !== 'core-module') {
    throw reader.misplaced(`a ${core ? 'core ' : ''}${sort} of an enclosing scope cannot be aliased`, offset);
  }
  const count = reader.u32('the number of scopes of an outer alias');
  return { kind: 'outer', sort: of, count, index: reader.u32('an index') };
}

/** Core sorts that component-level definitions can speak of. */
function coreItem(sort: string): 'core-type' | 'core-module' | undefined {
  if (sort === 'type') return 'core-type';
  return sort === 'module' ? 'core-module' : undefined;
}
