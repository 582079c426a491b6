import type { Block } from './blocks.js';
import type { Cursor } from './cursor.js';
import type { Expression } from './expressions.js';
import type { Print } from './places.js';
import type { Type } from './types.js';

/** What stands within one another, so that each can be read and printed from the others. */
export interface Grammar {
  readonly type: (cursor: Cursor) => Type;
  readonly expression: (cursor: Cursor) => Expression;
  readonly block: (cursor: Cursor) => Block;
  readonly print: Print;
}
