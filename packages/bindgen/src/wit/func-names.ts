import type { Func } from '@wit-bindgen-ts/wit-parser';

/** The name without the resource that it belongs to: `add` of `[method]cart.add`. */
export function ownName({ name, kind }: Func): string {
  if (kind.kind === 'freestanding') return name;
  if (kind.kind === 'constructor') return 'constructor';
  return name.slice(name.indexOf('.') + 1);
}
