import type { Resolve } from '../resolve/model.js';
import { preludeLines } from './attributes.js';
import { funcLines } from './functions.js';
import { braced, separated } from './lines.js';
import type { Lines, Section } from './lines.js';
import type { FirstPaths, LeftOutInterface } from './plan.js';

export function leftOutInterfaceLines(resolve: Resolve, { name, feature, funcs }: LeftOutInterface): Lines {
  const docs = 'A feature that is not active left an interface out.';
  const body = separated(funcs.map((func) => ({ kind: 'func', lines: funcLines(resolve, func) })));
  return [...leftOutPrelude(docs, feature), ...braced(`interface ${name}`, body)];
}

export function firstPathSections({ paths, leftOut }: FirstPaths): Section[] {
  if (leftOut === undefined) {
    return paths.map(({ path, alias }) => ({
      kind: 'use',
      lines: [alias === undefined ? `use ${path};` : `use ${path} as ${alias};`],
    }));
  }
  const { name, feature } = leftOut;
  const docs = 'A feature that is not active left out what named these packages.';
  const imports = paths.map(({ path }) => [...leftOutPrelude(undefined, feature), `import ${path};`]);
  const body = separated(imports.map((lines) => ({ kind: 'import', lines })));
  return [{ kind: 'world', lines: [...leftOutPrelude(docs, feature), ...braced(`world ${name}`, body)] }];
}

function leftOutPrelude(docs: string | undefined, feature: string): Lines {
  return preludeLines({ ...(docs !== undefined && { docs }), stability: { kind: 'unstable', feature } });
}
