import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { syntheticPackage } from './synthetic.js';
import type { Shape } from './synthetic.js';

/** A WIT document in one text, its dependencies in braces, and a world of it. */
export interface WitText {
  readonly name: string;
  readonly text: string;
  readonly world: string;
  readonly synthetic?: { readonly declarations: number; readonly shape: Shape };
}

const sizes = [1000, 10_000, 100_000];

export function syntheticTexts(shape: Shape): WitText[] {
  return sizes.map((declarations) => ({
    name: `${declarations.toLocaleString('en')} declarations, ${shape}`,
    text: syntheticPackage(declarations, shape),
    world: 'everything',
    synthetic: { declarations, shape },
  }));
}

/** WASI 0.3 with HTTP, from a folder with `world.wit` and `deps`; undefined where there is none. */
export function wasiText(folder: string): WitText | undefined {
  if (!existsSync(folder)) return undefined;
  const main = readFileSync(join(folder, 'world.wit'), 'utf8');
  const dependencies = readdirSync(join(folder, 'deps')).sort();
  const nested = dependencies.map((file) => inBraces(readFileSync(join(folder, 'deps', file), 'utf8')));
  return { name: 'WASI 0.3 with HTTP', text: [main, ...nested].join('\n'), world: 'bindings' };
}

/** `package a:b;` and what follows it as `package a:b { … }`. */
function inBraces(text: string): string {
  return `${text.replace(/^package ([^;{]+);/m, 'package $1 {')}\n}\n`;
}
