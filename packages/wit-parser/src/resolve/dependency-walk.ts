/** What a walk does at each node. */
export interface Walk<Node> {
  /** Whether the walk goes into a node: not when it was there already. */
  readonly enter: (node: Node) => boolean;
  readonly dependencies: (node: Node) => readonly Node[];
  /** Called once everything that the node depends on has been left. */
  readonly leave: (node: Node) => void;
}

/** Visits what a node depends on before the node itself, however long the chain: it needs no call stack. */
export function walkDependencies<Node>(root: Node, walk: Walk<Node>): void {
  if (!walk.enter(root)) return;
  const path = [{ node: root, dependencies: walk.dependencies(root), next: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const node = top.dependencies[top.next++];
    if (node === undefined) {
      path.pop();
      walk.leave(top.node);
    } else if (walk.enter(node)) {
      path.push({ node, dependencies: walk.dependencies(node), next: 0 });
    }
  }
}
