import { lowerFirst, pascalCase } from '../../wit/casing.js';
import type { InterfaceNames, WorldNames } from '../model.js';
import type { NameScope } from './name-scope.js';

/** Claims what the file of a world declares for the world itself. */
export function claimWorldNames(scope: NameScope, witName: string): WorldNames {
  const name = pascalCase(witName);
  const claimed = scope.claim([name, `${name}World`], (candidate) => Object.values(worldNames(candidate)));
  return worldNames(claimed);
}

/** Claims what the file of an interface declares for the interface itself, in either direction. */
export function claimInterfaceNames(scope: NameScope, witName: string): InterfaceNames {
  const name = pascalCase(witName);
  const claimed = scope.claim([name, `${name}Interface`], (candidate) =>
    Object.values(interfaceNames(candidate)),
  );
  return interfaceNames(claimed);
}

export function interfaceNames(type: string): InterfaceNames {
  return {
    type,
    indices: `${lowerFirst(type)}Indices`,
    indicesType: `${type}Indices`,
    load: `load${type}`,
  };
}

function worldNames(world: string): WorldNames {
  return {
    world,
    pre: `${world}Pre`,
    imports: `${world}Imports`,
    descriptor: lowerFirst(world.endsWith('World') ? world : `${world}World`),
    indices: `${lowerFirst(world)}Indices`,
    indicesType: `${world}Indices`,
  };
}
