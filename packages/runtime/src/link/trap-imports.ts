import { Trap } from '../errors/trap.js';
import type { ComponentItem } from '../types/item-type.js';
import type { LinkerInstance } from './linker-instance.js';
import { trapModule } from './trap-module.js';

/** Defines an import that is not defined yet as something that traps when it is used. */
export function defineAsTrap(linker: LinkerInstance, name: string, item: ComponentItem, path: string): void {
  const existing = linker.lookup(name);
  if (item.kind === 'instance') {
    if (existing !== undefined && existing.kind !== 'instance') return;
    const instance = existing?.instance ?? linker.instance(name);
    for (const [inner, innerItem] of item.exports)
      defineAsTrap(instance, inner, innerItem, `${path}#${inner}`);
  } else if (existing === undefined) {
    defineItemAsTrap(linker, name, item, path);
  }
}

function defineItemAsTrap(linker: LinkerInstance, name: string, item: ComponentItem, path: string): void {
  if (item.kind === 'func') {
    linker.func(name, () => {
      throw new Trap('unimplemented-import', `unknown import: \`${path}\` has not been defined`);
    });
  } else if (item.kind === 'resource') {
    linker.resource(name, class {});
  } else if (item.kind === 'module') {
    const module = trapModule(item);
    if (module !== undefined) linker.module(name, module);
  }
}
