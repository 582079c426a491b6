import { lowerFirst, pascalCase } from '../../wit/casing.js';
import type { InterfaceNames, WorldNames } from '../model.js';
import type { NameScope } from './name-scope.js';

/** Claims what the file of a world declares for the world itself. */
export function claimWorldNames(scope: NameScope, witName: string): WorldNames {
  const name = pascalCase(witName);
  return worldNames(scope.claim([name, `${name}World`], (candidate) => allOf(worldNames(candidate))));
}

/** Claims what the file of an interface declares for the interface itself, in either direction. */
export function claimInterfaceNames(scope: NameScope, witName: string): InterfaceNames {
  const name = pascalCase(witName);
  return claimInterfaceNamesFrom(scope, [name, `${name}Interface`]);
}

/** Claims the names of an interface by the first candidate with which all of them are free. */
export function claimInterfaceNamesFrom(scope: NameScope, candidates: readonly string[]): InterfaceNames {
  return interfaceNames(scope.claim(candidates, (candidate) => allOf(interfaceNames(candidate))));
}

/** What holds how the functions of an imported interface are lowered, by what the interface is called. */
export function loweringsName(owner: string): string {
  return `${lowerFirst(owner)}Lowerings`;
}

function interfaceNames(type: string): InterfaceNames {
  return {
    type,
    indices: `${lowerFirst(type)}Indices`,
    indicesType: `${type}Indices`,
    load: `load${type}`,
    lowerings: loweringsName(type),
  };
}

function worldNames(world: string): WorldNames {
  return {
    world,
    pre: `${world}Pre`,
    imports: `${world}Imports`,
    descriptor: lowerFirst(world.endsWith('World') ? world : `${world}World`),
    lowerings: loweringsName(world),
    indices: `${lowerFirst(world)}Indices`,
    indicesType: `${world}Indices`,
  };
}

function allOf(names: InterfaceNames | WorldNames): string[] {
  return Object.values<string>({ ...names });
}
