import { hardline, indent, type Doc } from './doc.js';

/** Statements between braces. */
export interface Block {
  readonly kind: 'block';
  readonly statements: Doc;
  readonly isEmpty: boolean;
}

export function blockDoc({ statements, isEmpty }: Block): Doc {
  return isEmpty ? '{}' : ['{', indent([hardline, statements]), hardline, '}'];
}
