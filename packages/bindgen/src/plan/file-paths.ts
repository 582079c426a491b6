import type { InterfaceIdentity } from '../wit/interface-identity.js';
import type { Direction } from './model.js';
import { reservedNames } from './names/reserved-names.js';

const deviceNames: ReadonlySet<string> = new Set(reservedNames.file);

/** Gives every generated file a path of its own, on file systems too that take `a` and `A` for the same. */
export class FilePaths {
  readonly #taken = new Set<string>();

  world(witName: string): string {
    return this.#claim([fileName(witName)]);
  }

  /** The first version of an interface has the plain name; later ones are named with their version. */
  interface({ name, package: owner }: InterfaceIdentity, direction: Direction): string {
    const folder = `${direction}s`;
    if (owner === undefined) return this.#claim([`${folder}/${fileName(name)}`]);
    const base = `${folder}/${owner.namespace}-${owner.name}/${fileName(name)}`;
    return this.#claim([base, `${base}-${owner.version ?? owner.namespace}`]);
  }

  #claim(candidates: readonly string[]): string {
    const last = candidates.at(-1) ?? '';
    let path = candidates.find((candidate) => this.#free(candidate)) ?? last;
    for (let number = 2; !this.#free(path); number++) path = `${last}-${number}`;
    this.#taken.add(path.toLowerCase());
    return `${path}.ts`;
  }

  #free(path: string): boolean {
    return !this.#taken.has(path.toLowerCase());
  }
}

function fileName(witName: string): string {
  return deviceNames.has(witName.toLowerCase()) ? `${witName}_` : witName;
}
