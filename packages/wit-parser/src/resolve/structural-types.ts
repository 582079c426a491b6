import type { Type, TypeDefKind, TypeId } from './model.js';

type Step = Type | undefined;

/** What follows after some elements of a type: the type that ends here, and those with more elements. */
class Node {
  id: TypeId | undefined;
  #next: Map<Step, Node> | undefined;

  /** The node after one more element. */
  step(element: Step): Node {
    this.#next ??= new Map();
    let node = this.#next.get(element);
    if (node === undefined) this.#next.set(element, (node = new Node()));
    return node;
  }
}

/** Types without a name, found by what they are made of: a tree, with a step for each element. */
export class StructuralTypes {
  readonly #roots = new Map<TypeDefKind['kind'], Node>();

  /** Where the id of a kind of type is kept. One that is always named has a place of its own. */
  find(kind: TypeDefKind): { id: TypeId | undefined } {
    switch (kind.kind) {
      case 'own':
      case 'borrow':
        return this.#root(kind.kind).step(kind.resource);
      case 'option':
        return this.#root('option').step(kind.some);
      case 'list':
      case 'future':
      case 'stream':
        return this.#root(kind.kind).step(kind.element);
      case 'fixed-length-list':
        return this.#root('fixed-length-list').step(kind.element).step(kind.length);
      case 'map':
        return this.#root('map').step(kind.key).step(kind.value);
      case 'result':
        return this.#root('result').step(kind.ok).step(kind.err);
      case 'tuple':
        return this.#tuple(kind.types);
      default:
        return new Node();
    }
  }

  #tuple(types: readonly Type[]): Node {
    let node = this.#root('tuple');
    for (const type of types) node = node.step(type);
    return node;
  }

  #root(kind: TypeDefKind['kind']): Node {
    let root = this.#roots.get(kind);
    if (root === undefined) this.#roots.set(kind, (root = new Node()));
    return root;
  }
}
