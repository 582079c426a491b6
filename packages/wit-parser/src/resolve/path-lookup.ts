import { didYouMean } from '../source/did-you-mean.js';
import type { Span } from '../source/span.js';
import type { Identifier, PathSyntax } from '../syntax/ast.js';
import type { FileContext, PackageContext } from './context.js';
import { gatedReference } from './rules/gated-reference.js';
import type { FailedItem, ItemScope } from './scopes.js';

type ItemOfKind<Kind> = Extract<ItemScope, { readonly kind: Kind }>;
type FoundItem = Exclude<ItemScope, FailedItem>;

/** What a path leads to. Reports when it leads nowhere, or to the other kind of item. */
export function lookUpPath<Kind extends FoundItem['kind']>(
  file: FileContext,
  path: PathSyntax,
  expected: Kind,
): ItemOfKind<Kind> | undefined {
  const found = path.package === undefined ? lookUpLocal(file, path.name) : file.foreign.lookUp(path);
  if (found === undefined || found.kind === 'failed') return undefined;
  if (isOfKind(found, expected)) return found;
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
  if (path.package === undefined) return lookUpLocal({ ...context, used: new Map() }, path.name);
  return lookUpPath({ ...context, used: new Map() }, path, 'interface');
}

/**
 * Whether an item is there, on behalf of one that is. When it is not, that is reported.
 *
 * @param at - What asks.
 */
export function checkPresent(context: PackageContext, item: FoundItem, path: PathSyntax, at: Span): boolean {
  if (item.missingFeature === undefined) return true;
  context.report(gatedReference(at, path.name.text, item.missingFeature, item.span));
  return false;
}

function isOfKind<Kind extends FoundItem['kind']>(item: FoundItem, kind: Kind): item is ItemOfKind<Kind> {
  return item.kind === kind;
}

function lookUpLocal({ used, scope, report }: FileContext, name: Identifier): ItemScope | undefined {
  if (used.has(name.text)) return used.get(name.text);
  const found = scope.items.get(name.text);
  if (found !== undefined || scope.isBroken) return found;
  report({
    code: 'unknown-name',
    message: `there is no interface or world \`${name.text}\` in this package`,
    span: name.span,
    notes: () => didYouMean(name.text, [...used.keys(), ...scope.items.keys()]),
  });
  return undefined;
}

function withArticle(kind: FoundItem['kind']): string {
  return kind === 'world' ? 'a world' : 'an interface';
}
