import type { ExternName } from '../../binary/definitions.js';
import { compileErrorAt } from '../../errors/compile-error.js';
import type { ComponentItem } from '../../types/item-type.js';
import type { ResourceName } from '../../types/resource-name.js';
import type { Features } from '../features.js';
import { checkAnnotatedName, type NamedResource } from '../rules/annotated-names.js';
import { checkAttributes } from '../rules/attributes.js';
import { parseExternName } from './extern-name.js';
import { NameSet } from './name-set.js';

/** The names of the imports and exports of a component, a component type, an instance type or an instance. */
export class ExternNames {
  readonly #features: Features;
  readonly #imports = new NamedItems('import');
  readonly #exports = new NamedItems('export');

  constructor(features: Features) {
    this.#features = features;
  }

  /**
   * Checks the next import or export: its name by itself, with the names before it, and with what it names.
   *
   * @param resourceName - The name that a resource gets by it, where that is not the resource itself.
   */
  add(
    kind: 'import' | 'export',
    name: ExternName,
    item: ComponentItem,
    offset: number,
    resourceName?: ResourceName,
  ): void {
    const items = this.#check(kind, name, item, offset);
    if (item.kind !== 'resource') return;
    items.resources.set(name.name, { resource: item, name: resourceName ?? item });
  }

  /**
   * Checks the next export of an instance that is made of what there is already. Its resources have their names
   * elsewhere, so that it cannot have their methods.
   */
  addInline(name: ExternName, item: ComponentItem, offset: number): void {
    this.#check('export', name, item, offset);
  }

  #check(kind: 'import' | 'export', name: ExternName, item: ComponentItem, offset: number): NamedItems {
    const items = kind === 'import' ? this.#imports : this.#exports;
    const parsed = parseExternName(name.name, this.#features, offset);
    if (kind === 'export' && parsed.kind === 'implementation') {
      throw compileErrorAt('extern-name', offset, `\`${name.name}\` cannot be the name of an export`);
    }
    checkAttributes(parsed, name.attributes, item, this.#features, offset);
    if ('resource' in parsed) {
      checkAnnotatedName({ kind, name: parsed, item, offset }, items.resources);
    }
    items.names.add(parsed, offset);
    return items;
  }
}

/** The names of the imports or of the exports, and the resources among them. */
class NamedItems {
  readonly names: NameSet;
  readonly resources = new Map<string, NamedResource>();

  constructor(kind: 'import' | 'export') {
    this.names = new NameSet(kind);
  }
}
