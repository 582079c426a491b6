import type { Stability } from '@wit-bindgen-ts/wit-parser';
import type { Docs } from './model.js';

/** What WIT says about an item: its documentation comment and its gates. */
export function planDocs(item: {
  readonly docs?: string | undefined;
  readonly stability?: Stability | undefined;
}): Docs {
  const { docs, stability } = item;
  return {
    ...(docs !== undefined && { text: withoutCommentMarks(docs) }),
    ...(stability?.kind === 'stable' && { since: stability.since }),
    ...(stability?.kind === 'unstable' && { unstable: stability.feature }),
    ...(stability?.deprecated !== undefined && { deprecated: stability.deprecated }),
  };
}

/**
 * Every comment before an item is documentation. A plain block comment keeps marks in a `Resolve`, as it does in
 * wasm-tools: of `/* text *​/` all but the first slash.
 */
function withoutCommentMarks(docs: string): string {
  if (!docs.includes('*/')) return docs;
  if (isBlockComment(docs)) return textOfBlock(docs);
  const lines = docs.split('\n');
  return lines.map((line) => (isBlockComment(line) ? textOfBlock(line) : line)).join('\n');
}

function isBlockComment(text: string): boolean {
  return text.startsWith('* ') && text.indexOf('*/') === text.length - 2;
}

function textOfBlock(text: string): string {
  return text.slice(1, -2).trim();
}
