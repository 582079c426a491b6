/** What a walk does at each node. */
export interface Walk<Node> {
  /** Whether the walk goes into a node: not when it was there already. */
  readonly enter: (node: Node) => boolean;
  readonly dependencies: (node: Node) => Iterable<Node>;
  /** Called once everything that the node depends on has been left. */
  readonly leave: (node: Node) => void;
}

/** Visits what a node depends on before the node itself, however long the chain: it needs no call stack. */
export function walkDependencies<Node>(root: Node, walk: Walk<Node>): void {
  if (!walk.enter(root)) return;
  const path = [{ node: root, rest: walk.dependencies(root)[Symbol.iterator]() }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.rest.next();
    if (next.done === true) {
      path.pop();
      walk.leave(top.node);
    } else if (walk.enter(next.value)) {
      path.push({ node: next.value, rest: walk.dependencies(next.value)[Symbol.iterator]() });
    }
  }
}
