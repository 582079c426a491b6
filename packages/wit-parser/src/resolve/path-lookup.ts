import { didYouMean } from '../source/did-you-mean.js';
import type { Identifier, PackageNameSyntax, PathSyntax } from '../syntax/ast.js';
import type { FileContext, PackageContext } from './context.js';
import { checkOpen } from './rules/gated-references.js';
import { checkKind } from './rules/item-kinds.js';
import type { ItemScope, PackageScope, ScopeOfKind, InterfaceScope } from './scopes.js';

/** What a path leads to. Reports when it leads nowhere, or to the other kind of item. */
export function lookUpPath<Kind extends ItemScope['kind']>(
  file: FileContext,
  path: PathSyntax,
  expected: Kind,
): ScopeOfKind<Kind> | undefined {
  const found =
    path.package === undefined
      ? lookUpLocal(file, path.name)
      : lookUpForeign(file, path.package, path.name, expected);
  return found !== undefined && checkKind(file.report, found, path.name, expected) ? found : undefined;
}

/**
 * An item that a top-level `use` names: of this package, without the names that other declarations add, or an interface
 * of another one.
 */
export function lookUpUsed(
  context: PackageContext,
  { package: owner, name }: PathSyntax,
): ItemScope | undefined {
  if (owner === undefined) return lookUpInPackage(context, name, []);
  const found = lookUpForeign(context, owner, name, 'interface');
  if (found === undefined || !checkKind(context.report, found, name, 'interface')) return undefined;
  return checkOpen(context.report, found, name, true) ? found : undefined;
}

/** An interface of another package, without a word when it is not there; but the package must be. */
export function findForeign(
  { packages, scope }: PackageContext,
  { package: owner, name }: PathSyntax,
): InterfaceScope | undefined {
  const found = owner && packages.find(owner, scope)?.items.get(name.text);
  return found?.kind === 'interface' ? found : undefined;
}

/** Whether a path without a package leads nowhere. */
export function isUnknown(
  { used, scope }: FileContext,
  { package: owner, name: { text } }: PathSyntax,
): boolean {
  return owner === undefined && !scope.isIncomplete && !scope.items.has(text) && !used.has(text);
}

/** What a name without a package stands for in a file, without a word when it stands for nothing. */
export function findLocal({ used, scope }: FileContext, name: string): ItemScope | undefined {
  return used.has(name) ? used.get(name) : scope.items.get(name);
}

function lookUpLocal(file: FileContext, name: Identifier): ItemScope | undefined {
  if (file.used.has(name.text)) return file.used.get(name.text);
  return lookUpInPackage(file, name, file.used.keys());
}

function lookUpInPackage(
  { scope, report }: PackageContext,
  name: Identifier,
  others: Iterable<string>,
): ItemScope | undefined {
  const found = scope.items.get(name.text);
  if (found !== undefined || scope.isIncomplete || scope.items.has(name.text)) return found;
  report({
    code: 'unknown-name',
    message: `there is no interface or world \`${name.text}\` in this package`,
    span: name.span,
    notes: () => didYouMean(name.text, [...others, ...scope.items.keys()]),
  });
  return undefined;
}

function lookUpForeign(
  context: PackageContext,
  packageName: PackageNameSyntax,
  name: Identifier,
  expected: ItemScope['kind'],
): ItemScope | undefined {
  const scope = context.packages.find(packageName, context.scope);
  if (scope === undefined) return undefined;
  const found = scope.items.get(name.text);
  if (found !== undefined || scope.isIncomplete || scope.items.has(name.text)) return found;
  context.report({
    code: expected === 'world' ? 'unknown-world' : 'unknown-interface',
    message: `there is no ${expected} \`${name.text}\` in the package \`${scope.key}\``,
    span: name.span,
    notes: () => didYouMean(name.text, namesOfKind(scope, expected)),
  });
  return undefined;
}

function namesOfKind({ items }: PackageScope, expected: ItemScope['kind']): string[] {
  return [...items.values()].flatMap((item) => (item?.kind === expected ? [item.name] : []));
}
