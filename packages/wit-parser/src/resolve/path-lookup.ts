import type { ProblemNote } from '../source/diagnostic.js';
import { didYouMean } from '../source/did-you-mean.js';
import type { Identifier, PackageNameSyntax, PathSyntax } from '../syntax/ast.js';
import type { FileContext, PackageContext } from './context.js';
import { formatPackageName, packageNameOf } from './package-name.js';
import type { ItemScope, PackageScope } from './scopes.js';

type ScopeOfKind<Kind> = Extract<ItemScope, { readonly kind: Kind }>;

/** What a path leads to. Reports when it leads nowhere, or to the other kind of item. */
export function lookUpPath<Kind extends ItemScope['kind']>(
  file: FileContext,
  path: PathSyntax,
  expected: Kind,
): ScopeOfKind<Kind> | undefined {
  const found =
    path.package === undefined ? lookUpLocal(file, path.name) : lookUpForeign(file, path, expected);
  if (found === undefined || isOfKind(found, expected)) return found;
  file.report({
    code: expected === 'world' ? 'not-a-world' : 'not-an-interface',
    message: `\`${path.name.text}\` is ${withArticle(found.kind)}, not ${withArticle(expected)}`,
    span: path.name.span,
    notes: [{ message: 'defined here', span: found.span }],
  });
  return undefined;
}

/** An item that a top-level `use` names: of this package without the names that other declarations add. */
export function lookUpUsed(context: PackageContext, path: PathSyntax): ItemScope | undefined {
  return path.package === undefined
    ? lookUpLocal({ ...context, used: new Map() }, path.name)
    : lookUpForeign(context, path, undefined);
}

/** Whether an item is there. When it is not, and the one who asks is, that is reported. */
export function checkOpen(
  context: PackageContext,
  item: ItemScope,
  at: Identifier,
  askerIsOpen: boolean,
): boolean {
  if (item.stability?.kind !== 'unstable' || item.id !== undefined) return true;
  if (askerIsOpen) reportGated(context, at, item.stability.feature, item.span);
  return false;
}

/** Reports that something refers to what a feature would add, without needing that feature itself. */
export function reportGated(
  context: PackageContext,
  at: Identifier,
  feature: string,
  declared: Identifier['span'],
): void {
  context.report({
    code: 'gated-reference',
    message: `\`${at.text}\` needs the feature \`${feature}\`, which is not active`,
    span: at.span,
    notes: [
      { message: 'declared here', span: declared },
      {
        message: `activate the feature, or put \`@unstable(feature = ${feature})\` before what refers to it`,
      },
    ],
  });
}

function isOfKind<Kind extends ItemScope['kind']>(item: ItemScope, kind: Kind): item is ScopeOfKind<Kind> {
  return item.kind === kind;
}

function lookUpLocal({ used, scope, report }: FileContext, name: Identifier): ItemScope | undefined {
  if (used.has(name.text)) return used.get(name.text);
  const found = scope.items.get(name.text);
  if (found !== undefined) return found;
  report({
    code: 'unknown-name',
    message: `there is no interface or world \`${name.text}\` in this package`,
    span: name.span,
    notes: () => didYouMean(name.text, [...used.keys(), ...scope.items.keys()]),
  });
  return undefined;
}

function lookUpForeign(
  context: PackageContext,
  { package: packageName, name }: PathSyntax,
  expected: ItemScope['kind'] | undefined,
): ItemScope | undefined {
  if (packageName === undefined) return undefined;
  const key = formatPackageName(packageNameOf(packageName));
  const scope = context.packages.get(key);
  if (scope === undefined) {
    reportUnknownPackage(context, packageName, key);
    return undefined;
  }
  const found = scope.items.get(name.text);
  if (found !== undefined) return found;
  context.report({
    code: expected === 'world' ? 'unknown-world' : 'unknown-interface',
    message: `there is no ${expected ?? 'interface or world'} \`${name.text}\` in the package \`${key}\``,
    span: name.span,
    notes: () => didYouMean(name.text, namesOfKind(scope, expected)),
  });
  return undefined;
}

function* namesOfKind({ items }: PackageScope, expected: ItemScope['kind'] | undefined): Generator<string> {
  for (const { kind, name } of items.values()) if (expected === undefined || kind === expected) yield name;
}

function reportUnknownPackage(context: PackageContext, { span }: PackageNameSyntax, key: string): void {
  if (context.unknownPackages.has(key)) return;
  context.unknownPackages.add(key);
  const known = context.packageNames.filter((name) => name !== formatPackageName(context.name));
  context.report({
    code: 'unknown-package',
    message: `the package \`${key}\` was not found`,
    span,
    notes: () => [...packageHint(key, known)],
  });
}

function* packageHint(key: string, known: readonly string[]): Generator<ProblemNote> {
  const [unversioned] = key.split('@');
  const otherVersions = known.filter((name) => name.split('@')[0] === unversioned);
  if (otherVersions.length > 0) {
    yield { message: `there is ${otherVersions.map((name) => `\`${name}\``).join(', ')}` };
    return;
  }
  const similar = didYouMean(key, known);
  yield* similar;
  if (similar.length === 0)
    yield { message: 'packages that are used stand in the folder `deps`, or in the same file' };
}

function withArticle(kind: ItemScope['kind']): string {
  return kind === 'world' ? 'a world' : 'an interface';
}
