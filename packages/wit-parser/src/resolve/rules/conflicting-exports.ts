import type { Arenas } from '../arenas.js';
import type { Report } from '../context.js';
import type { InterfaceId, World, WorldItem, WorldKey } from '../model.js';
import { interfaceFullName } from '../package-name.js';

/**
 * What an export needs is either exported too, or imported. An interface that is needed both ways would be two
 * interfaces, and it would not be clear which one's types are meant.
 */
export function reportConflictingExport(
  report: Report,
  arenas: Arenas,
  world: World,
  key: WorldKey,
  item: WorldItem & { readonly kind: 'interface' },
  conflict: InterfaceId,
): void {
  const needed = interfaceFullName(arenas, conflict) ?? arenas.interfaceKey(conflict);
  const exported = interfaceFullName(arenas, item.id) ?? key;
  report({
    code: 'conflicting-export',
    message: `the export \`${exported}\` needs \`${needed}\` both as an export and as an import`,
    span: world.span,
    notes: [
      { message: 'exported here', span: item.span },
      {
        message: `export every interface that it uses and that uses types of \`${needed}\`, or do not export \`${needed}\``,
      },
    ],
  });
}
