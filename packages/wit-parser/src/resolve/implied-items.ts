import type { Arenas } from './arenas.js';
import type { InterfaceId, WorldItem, WorldKey } from './model.js';

export type InterfaceItem = WorldItem & { readonly kind: 'interface' };

/** An interface that a world imports or exports. */
export interface InterfaceNode {
  readonly key: WorldKey;
  readonly item: InterfaceItem;
}

/** An import that nobody wrote: it has the stability of the item that needs it, and its place. */
export function impliedItem(
  arenas: Arenas,
  id: InterfaceId,
  { stability, span }: Pick<InterfaceItem, 'stability' | 'span'>,
): InterfaceNode {
  const none = undefined;
  const item = { kind: 'interface', id, docs: none, stability, externalId: none, span } as const;
  return { key: arenas.interfaceKey(id), item };
}
