import { camelCase, pascalCase } from '../../wit/casing.js';
import { sameButForVersion, type InterfaceIdentity } from '../../wit/interface-identity.js';

/**
 * Names for the interfaces of one world, in the order in which they are met. Where the plain name may be taken, the
 * next candidates say what sets an interface apart from those before it: its version, its direction or its package.
 */
export class InterfaceNaming {
  readonly #met: InterfaceIdentity[] = [];

  /**
   * The candidates for a PascalCase name, best first.
   *
   * @param prefix - for an interface that was met before, in the other direction
   */
  pascal(identity: InterfaceIdentity, prefix: string): string[] {
    const names = this.#candidates(identity).map(([kebab, suffix]) => pascalCase(kebab) + suffix);
    return this.#met.includes(identity)
      ? [...names.slice(0, 1), ...names.map((name) => prefix + name)]
      : names;
  }

  camel(identity: InterfaceIdentity): string[] {
    return this.#candidates(identity).map(([kebab, suffix]) => camelCase(kebab) + suffix);
  }

  /** Call once all names of an interface are claimed. */
  meet(identity: InterfaceIdentity): void {
    this.#met.push(identity);
  }

  /** Kebab-case names, each with what follows it as it is. */
  #candidates(identity: InterfaceIdentity): [kebab: string, suffix: string][] {
    const { name, package: owner } = identity;
    if (owner === undefined) return [[name, '']];
    if (owner.version !== undefined && this.#met.some((met) => isOtherVersion(met, identity))) {
      return [
        [name, ''],
        [name, versionIdentifier(owner.version)],
      ];
    }
    return [
      [name, ''],
      [`${owner.name}-${name}`, ''],
      [`${owner.namespace}-${owner.name}-${name}`, ''],
    ];
  }
}

function isOtherVersion(met: InterfaceIdentity, identity: InterfaceIdentity): boolean {
  return sameButForVersion(met, identity) && met.package?.version !== identity.package?.version;
}

/** `1.2.0-rc.1` → `_1_2_0_rc_1`: the end of an identifier. */
function versionIdentifier(version: string): string {
  return `_${version.replace(/[^0-9A-Za-z]/g, '_')}`;
}
