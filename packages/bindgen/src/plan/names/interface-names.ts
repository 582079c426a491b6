import { sameButForVersion, type InterfaceIdentity } from '../../wit/interface-identity.js';
import { camelCase, pascalCase } from '../../wit/casing.js';

/**
 * Names for the interfaces of one world, in the order in which they are met. Where the plain name may be taken, the
 * next candidates say what sets an interface apart from those before it: its version, its direction or its package.
 */
export class InterfaceNaming {
  readonly #met: InterfaceIdentity[] = [];

  /** The candidates for a PascalCase name, best first. `alias` names the same interface met in the other direction. */
  pascal(identity: InterfaceIdentity, alias: string): string[] {
    const name = pascalCase(identity.name);
    if (this.#met.includes(identity)) return [name, `${alias}${name}`];
    return this.#candidates(identity).map(([kebab, suffix]) => pascalCase(kebab) + suffix);
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
