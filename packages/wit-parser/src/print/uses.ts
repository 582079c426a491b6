import type { InterfaceId, Resolve, TypeDef, TypeId } from '../resolve/model.js';
import { preludeLines } from './attributes.js';
import { listed } from './lines.js';
import type { Section } from './lines.js';
import { identifier } from './names.js';

/** The interface that a `use` takes a type from; `undefined` for a type that is declared where it is. */
export function usedInterface({ types }: Resolve, id: TypeId): InterfaceId | undefined {
  const type = types[id];
  if (type?.kind.kind !== 'alias' || typeof type.kind.type !== 'number') return undefined;
  const source = types[type.kind.type]?.owner;
  const isHere = source?.kind === type.owner?.kind && source?.id === type.owner?.id;
  return isHere || source?.kind !== 'interface' ? undefined : source.id;
}

/** One `use` for types that stand together, come from the same interface and have the same gates. */
export function useSections(
  resolve: Resolve,
  uses: readonly TypeId[],
  path: (source: InterfaceId) => string,
): Section[] {
  const groups: { readonly key: string; readonly source: InterfaceId; readonly types: TypeDef[] }[] = [];
  for (const id of uses) {
    const type = resolve.types[id];
    const source = usedInterface(resolve, id);
    if (type === undefined || source === undefined) continue;
    const key = JSON.stringify([source, type.stability, type.externalId]);
    const last = groups.at(-1);
    if (last?.key === key) last.types.push(type);
    else groups.push({ key, source, types: [type] });
  }
  return groups.map(({ source, types }) => {
    const names = types.map((type) => usedName(resolve, type));
    const open = `use ${path(source)}.{`;
    return { kind: 'use', lines: [...preludeLines(types[0] ?? {}), ...listed(open, names, '};')] };
  });
}

function usedName({ types }: Resolve, { name = '', kind }: TypeDef): string {
  const target = kind.kind === 'alias' && typeof kind.type === 'number' ? types[kind.type] : undefined;
  const original = target?.name ?? name;
  return original === name ? identifier(name) : `${identifier(original)} as ${identifier(name)}`;
}
