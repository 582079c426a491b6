import { $init, tools } from '../../../node_modules/@bytecodealliance/jco-transpile/vendor/wasm-tools.js';
import { loadWit, print } from '@wit-bindgen-ts/wit-parser';

await $init;

/** A world in the forms that wasm-tools gives it. */
export interface EncodedWorld {
  /** A component that does nothing. */
  readonly component: Uint8Array<ArrayBuffer>;
  /** The package that a core module carries before it is made to a component. */
  readonly package: Uint8Array<ArrayBuffer>;
  /** What wasm-tools itself shows of the component: the world, without the other packages. */
  readonly shown: string;
}

/** Encodes a world of a WIT text that has all its packages. */
export function encodeWorld(text: string, world: string): EncodedWorld {
  const features = { tag: 'all' as const };
  const module = tools.componentEmbed({ witSource: text, dummy: true, world, features });
  const component = new Uint8Array(tools.componentNew(module, undefined));
  return { component, package: worldSection(module), shown: tools.componentWit(component) };
}

/** All packages of a file or a folder as one text, and the worlds of the main one. */
export async function witText(path: string): Promise<{ text: string; worlds: string[] }> {
  const { resolve, package: main } = await loadWit(path, { features: 'all' });
  return {
    text: print(resolve, { package: main }),
    worlds: [...(resolve.packages[main]?.worlds.keys() ?? [])],
  };
}

/** The custom section of a core module in which tools keep its world. */
function worldSection(module: Uint8Array): Uint8Array<ArrayBuffer> {
  for (const { name, content } of customSections(module))
    if (name.startsWith('component-type')) return new Uint8Array(content);
  throw new Error('the core module has no world');
}

function* customSections(module: Uint8Array): Generator<{ name: string; content: Uint8Array }> {
  let at = 8;
  const u32 = (): number => {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = module[at++] ?? 0;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < module.length) {
    const id = module[at++];
    const size = u32();
    const end = at + size;
    if (id === 0) {
      const length = u32();
      const name = new TextDecoder().decode(module.subarray(at, at + length));
      yield { name, content: module.subarray(at + length, end) };
    }
    at = end;
  }
}
