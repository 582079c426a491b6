/** WIT that the printer made, with some packages left out. */
export interface ShorterWit {
  readonly text: string;
  /** The names of the packages that are left out. */
  readonly left: readonly string[];
}

/**
 * Leaves out the nested packages of a namespace: in what the printer makes, each is a block that begins and ends at the
 * start of a line.
 */
export function withoutNamespace(wit: string, namespace: string): ShorterWit {
  const left: string[] = [];
  const kept: string[] = [];
  let isLeft = false;
  for (const line of wit.split('\n')) {
    const name = /^package (\S+) \{/.exec(line)?.[1];
    if (name?.startsWith(`${namespace}:`) === true) {
      left.push(name);
      isLeft = !line.endsWith('}');
      if (kept.at(-1) === '') kept.pop();
    } else if (!isLeft) kept.push(line);
    else if (line === '}') isLeft = false;
  }
  return { text: kept.join('\n'), left };
}
