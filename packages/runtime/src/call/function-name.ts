/** A function's name as messages show it: `find`, `cart.add`, `new cart`. */
export function functionName(name: string): string {
  const annotated = /^\[(constructor|method|static)\](.*)$/.exec(name);
  if (annotated === null) return name;
  const [, kind, rest = ''] = annotated;
  return kind === 'constructor' ? `new ${rest}` : rest;
}
