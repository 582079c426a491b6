import type {
  BrokenItem,
  Identifier,
  InterfaceSyntax,
  PackageNameSyntax,
  TopLevelItem,
  UseSyntax,
  WorldSyntax,
} from '../syntax/ast.js';
import type { Report } from './context.js';
import type { PackageUnit } from './package-units.js';
import { visitPaths } from './paths.js';
import { reportDuplicate } from './rules/distinct-names.js';
import { newTypeScope } from './scopes.js';
import type { InterfaceScope, ItemScope, PackageScope, WorldScope } from './scopes.js';

/** An interface or a world of a package, and the index of its file. */
export type PlacedItem = PlacedInterface | PlacedWorld;

export interface PlacedInterface extends Placement {
  readonly syntax: InterfaceSyntax;
  readonly scope: InterfaceScope;
}

export interface PlacedWorld extends Placement {
  readonly syntax: WorldSyntax;
  readonly scope: WorldScope;
}

interface Placement {
  readonly file: number;
  /** The items of its package that must be resolved before, as it names them. An import may stand anywhere. */
  readonly needs: readonly Identifier[];
}

/** A path to another package. */
export interface ForeignPath {
  readonly package: PackageNameSyntax;
  /** The statement, if it is one that brings in types. */
  readonly use: UseSyntax | undefined;
}

/** The items of a package in the order of its files, and their names, before any of them is resolved. */
export interface DeclaredPackage {
  readonly unit: PackageUnit;
  readonly scope: PackageScope;
  readonly placed: readonly PlacedItem[];
  /** In the order in which they are mentioned. */
  readonly foreignPaths: readonly ForeignPath[];
}

/** Reports names that are taken. They fail: it is not clear which item is meant by them. */
export function declarePackage(unit: PackageUnit, key: string, report: Report): DeclaredPackage {
  const placed: PlacedItem[] = [];
  const items = new Map<string, ItemScope | undefined>();
  const taken: string[] = [];
  const broken: BrokenItem[] = [];
  const foreignPaths: ForeignPath[] = [];
  for (const [file, syntaxes] of unit.files.entries()) {
    for (const syntax of syntaxes) {
      const needs = needsOf(syntax, foreignPaths);
      if (syntax.kind === 'broken') broken.push(syntax);
      if (syntax.kind === 'broken' || syntax.kind === 'use') continue;
      const item = placeItem(syntax, placed.length, { file, needs });
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
  return { unit, scope: { key, items, isIncomplete }, placed, foreignPaths };
}

const nothing: readonly Identifier[] = [];

/** Only types and included worlds must be there before. Paths to other packages are gathered. */
function needsOf(item: TopLevelItem, foreignPaths: ForeignPath[]): readonly Identifier[] {
  let needs: Identifier[] | undefined;
  visitPaths(item, ({ package: owner, name }, statement) => {
    if (owner !== undefined) {
      const use = statement?.kind === 'use-types' ? statement : undefined;
      foreignPaths.push({ package: owner, use });
    } else if (item.kind === 'interface' || statement?.kind === 'include') (needs ??= []).push(name);
  });
  return needs ?? nothing;
}

function placeItem(syntax: InterfaceSyntax | WorldSyntax, index: number, placement: Placement): PlacedItem {
  const { text: name, span } = syntax.name;
  const head = { name, span, index, types: newTypeScope(), id: undefined, stability: undefined };
  return syntax.kind === 'interface'
    ? { syntax, scope: { kind: 'interface', ...head }, ...placement }
    : { syntax, scope: { kind: 'world', ...head, hasAllItems: false }, ...placement };
}
