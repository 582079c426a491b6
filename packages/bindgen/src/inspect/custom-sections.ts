import type { ComponentDefinition } from '@wit-bindgen-ts/runtime/structure';
import { BytesReader } from './bytes-reader.js';

/** The first custom section of a name that stands right in a component. */
export function customSection({ definitions }: ComponentDefinition, name: string): Uint8Array | undefined {
  for (const definition of definitions) {
    if (definition.kind === 'custom' && definition.name === name) return definition.bytes;
  }
  return undefined;
}

/** The names that tools gave to what has none: for people only. */
export interface ComponentNames {
  readonly component: string | undefined;
  /** By index. */
  readonly coreModules: ReadonlyMap<number, string>;
  readonly components: ReadonlyMap<number, string>;
}

const coreSort = 0x00;
const moduleSort = 0x11;
const componentSort = 0x04;

/** The section `component-name`, as far as it can be read. */
export function componentNames(definition: ComponentDefinition): ComponentNames {
  const coreModules = new Map<number, string>();
  const components = new Map<number, string>();
  let component: string | undefined;
  const reader = new BytesReader(customSection(definition, 'component-name') ?? new Uint8Array());
  untilUnreadable(() => {
    while (!reader.atEnd) {
      const id = reader.byte();
      const part = new BytesReader(reader.bytes(reader.u32()));
      if (id === 0) component = part.name();
      if (id !== 1) continue;
      const sort = part.byte();
      const coreKind = sort === coreSort ? part.byte() : undefined;
      const names = coreKind === moduleSort ? coreModules : sort === componentSort ? components : undefined;
      part.each(() => {
        const index = part.u32();
        const name = part.name();
        names?.set(index, name);
      });
    }
  });
  return { component, coreModules, components };
}

/** The tools that the section `producers` names: `wit-component 0.258.0`. */
export function producers(definition: ComponentDefinition): string[] {
  const found: string[] = [];
  const reader = new BytesReader(customSection(definition, 'producers') ?? new Uint8Array([0]));
  untilUnreadable(() => {
    reader.each(() => {
      reader.name();
      reader.each(() => {
        const tool = [reader.name(), reader.name()];
        found.push(tool.filter((part) => part !== '').join(' '));
      });
    });
  });
  return [...new Set(found)];
}

function untilUnreadable(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
