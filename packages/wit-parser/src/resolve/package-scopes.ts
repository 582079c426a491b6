import type { BrokenItem, InterfaceSyntax, WorldSyntax } from '../syntax/ast.js';
import type { Report } from './context.js';
import type { PackageUnit } from './package-units.js';
import { reportDuplicate } from './rules/distinct-names.js';
import { newTypeScope } from './scopes.js';
import type { InterfaceScope, ItemScope, PackageScope, WorldScope } from './scopes.js';

/** An interface or a world of a package, and the index of its file. */
export type PlacedItem = PlacedInterface | PlacedWorld;

export interface PlacedInterface {
  readonly syntax: InterfaceSyntax;
  readonly scope: InterfaceScope;
  readonly file: number;
}

export interface PlacedWorld {
  readonly syntax: WorldSyntax;
  readonly scope: WorldScope;
  readonly file: number;
}

/** The items of a package in the order of its files, and their names, before any of them is resolved. */
export interface DeclaredPackage {
  readonly unit: PackageUnit;
  readonly scope: PackageScope;
  readonly placed: readonly PlacedItem[];
}

/** Reports names that are taken. They fail: it is not clear which item is meant by them. */
export function declarePackage(unit: PackageUnit, key: string, report: Report): DeclaredPackage {
  const placed: PlacedItem[] = [];
  const items = new Map<string, ItemScope | undefined>();
  const taken: string[] = [];
  const broken: BrokenItem[] = [];
  for (const [file, syntaxes] of unit.files.entries()) {
    for (const syntax of syntaxes) {
      if (syntax.kind === 'broken') broken.push(syntax);
      if (syntax.kind === 'broken' || syntax.kind === 'use') continue;
      const item = placeItem(syntax, file, placed.length);
      placed.push(item);
      const { text, span } = syntax.name;
      const first = items.get(text);
      if (first === undefined) items.set(text, item.scope);
      else {
        reportDuplicate(report, `\`${text}\` is defined twice in this package`, span, first.span);
        taken.push(text);
      }
    }
  }
  for (const name of taken) items.set(name, undefined);
  for (const { name } of broken)
    if (name !== undefined && !items.has(name.text)) items.set(name.text, undefined);
  const isIncomplete = unit.isIncomplete || broken.some(({ name }) => name === undefined);
  return { unit, scope: { key, items, isIncomplete }, placed };
}

function placeItem(syntax: InterfaceSyntax | WorldSyntax, file: number, index: number): PlacedItem {
  const { text: name, span } = syntax.name;
  const head = { name, span, index, types: newTypeScope(), id: undefined, stability: undefined };
  return syntax.kind === 'interface'
    ? { syntax, scope: { kind: 'interface', ...head }, file }
    : { syntax, scope: { kind: 'world', ...head, hasAllItems: false }, file };
}
