import { compileErrorAt } from '../errors/compile-error.js';
import type { Alias } from './definitions.js';
import { anySort } from './externs.js';
import type { Reader } from './reader.js';

/** `alias`: of an export, of a core export, or of something in an enclosing scope. */
export function alias(reader: Reader): Alias {
  const { offset } = reader;
  const sort = anySort(reader);
  const target = reader.byte('the target of an alias');
  switch (target) {
    case 0x00: {
      const instance = reader.u32('an instance index');
      const name = reader.name('the name of an export');
      if (!sort.core) return { kind: 'export', sort: sort.sort, instance, name };
      if (sort.sort === 'module') return { kind: 'export', sort: 'core-module', instance, name };
      break;
    }
    case 0x01: {
      const instance = reader.u32('a core instance index');
      const name = reader.name('the name of a core export');
      if (sort.core) return { kind: 'core-export', sort: sort.sort, instance, name };
      break;
    }
    case 0x02: {
      const count = reader.u32('the number of scopes of an outer alias');
      const index = reader.u32('an index');
      if (sort.core && sort.sort === 'type') return { kind: 'outer', sort: 'core-type', count, index };
      if (sort.core && sort.sort === 'module') return { kind: 'outer', sort: 'core-module', count, index };
      if (!sort.core && (sort.sort === 'type' || sort.sort === 'component')) {
        return { kind: 'outer', sort: sort.sort, count, index };
      }
      break;
    }
    default:
      throw reader.unknown('the target of an alias', target);
  }
  throw compileErrorAt(
    'alias-sort',
    offset,
    `a${sort.core ? ' core' : ''} ${sort.sort} cannot be aliased in this way`,
  );
}
