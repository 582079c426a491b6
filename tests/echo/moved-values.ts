import type { ValType } from '@wit-bindgen-ts/runtime';
import type { Part } from '../harness/component-binary.js';
import { call, constant, i32, load, loadWord, select, trapIf } from './core-code.js';
import { spaceOf } from './core-shape.js';
import type { StringEncoding } from './echo-world.js';
import { address, MemoryWalk } from './memory-walk.js';

/**
 * The core functions by which a guest makes a value in its memory its own: all that the value points to is moved
 * elsewhere. They trap at what must not stand in memory: a discriminant that is too high, a `bool` that is neither 0 nor
 * 1, a `char` that is none, flags that there are not.
 *
 * @param move - the index of the function that moves what a pointer points to
 */
export function movedValues(
  types: readonly ValType[],
  first: number,
  encoding: StringEncoding,
  move: number,
): MemoryWalk {
  return new MemoryWalk(types, first, {
    leaf: (type) => (type.kind === 'string' ? movedString(encoding, move) : checked(type)),
    range: ({ size, alignment }) => [
      [address, address, load(4), constant(size), i32.multiply],
      [constant(alignment), call(move)],
    ],
    discriminant: (word, cases) => [word, constant(cases), i32.notBelowUnsigned, trapIf],
  });
}

function movedString(encoding: StringEncoding, move: number): Part {
  const length: Part = [address, load(4)];
  const doubled: Part = [length, constant(1), i32.shiftLeft];
  const byteLengths: Readonly<Record<StringEncoding, Part>> = {
    utf8: length,
    utf16: doubled,
    // The highest bit says that it is UTF-16, and is shifted out.
    'latin1+utf16': [doubled, length, length, constant(0), i32.less, select],
  };
  return [address, byteLengths[encoding], constant(encoding === 'utf8' ? 1 : 2), call(move)];
}

function checked(type: ValType): Part {
  const { size } = spaceOf(type);
  const word: Part = [address, loadWord(size)];
  switch (type.kind) {
    case 'bool':
      return [word, constant(1), i32.aboveUnsigned, trapIf];
    case 'char':
      return [
        [word, constant(0x11_0000), i32.notBelowUnsigned, trapIf],
        // Surrogates have their highest bits in common.
        [word, constant(11), i32.shiftRightUnsigned, constant(0xd800 >> 11), i32.equal, trapIf],
      ];
    case 'flags':
      return type.names.length === 32
        ? []
        : [word, constant(type.names.length), i32.shiftRightUnsigned, trapIf];
    default:
      return [];
  }
}

/**
 * The core functions by which a guest drops all the handles that it has borrowed with a value in its memory.
 *
 * @param drop - the index of the function that drops a handle
 */
export function droppedBorrows(types: readonly ValType[], first: number, drop: number): MemoryWalk {
  return new MemoryWalk(types, first, {
    leaf: (type) => (type.kind === 'borrow' ? [address, load(), call(drop)] : []),
    range: () => [],
    discriminant: () => [],
  });
}
