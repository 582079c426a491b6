import type { Stability } from '@wit-bindgen-ts/wit-parser';
import type { Docs } from './model.js';

/** What WIT says about an item: its documentation comment and its gates. */
export function planDocs(item: {
  readonly docs?: string | undefined;
  readonly stability?: Stability | undefined;
}): Docs {
  const { docs, stability } = item;
  return {
    ...(docs !== undefined && { text: docs }),
    ...(stability?.kind === 'stable' && { since: stability.since }),
    ...(stability?.kind === 'unstable' && { unstable: stability.feature }),
    ...(stability?.deprecated !== undefined && { deprecated: stability.deprecated }),
  };
}
