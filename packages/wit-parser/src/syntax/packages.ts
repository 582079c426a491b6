import type { Span } from '../source/span.js';
import type * as ast from './ast.js';
import { parsePrelude } from './attributes.js';
import { trimmedCommentEnd } from './comments.js';
import { parseInterface } from './interfaces.js';
import { parseAlias, parsePath } from './paths.js';
import { parseBody, parseTopLevel } from './recovery.js';
import type { BodyRules } from './recovery.js';
import { oneOf, startsTopLevel, TokenKind } from './token-kinds.js';
import type { TokenStream } from './token-stream.js';
import { parseOptionalVersion } from './versions.js';
import { parseWorld } from './worlds.js';

/** As deep as wasm-tools goes. That packages may not be nested in each other at all is said by the resolver. */
const deepestPackage = 100;

/** A whole file. See "Top-level items" and "Package declaration" in the standard's WIT.md. */
export function parseFileSyntax(stream: TokenStream, start: Span): ast.FileSyntax {
  const entries = parseTopLevel(stream, rulesAtDepth(0));
  // What could not be read does not count as something before the header.
  const first = entries.find(({ kind }) => kind !== 'broken');
  const header = first?.kind === 'header' ? first : undefined;
  return { header, ...contentsOf(stream, entries, header), start };
}

const topLevelKinds = ['`interface`', '`world`', '`use`', '`package`'];

/** `package a:b;` */
interface HeaderEntry extends ast.PackageHeader {
  readonly kind: 'header';
  /** The semicolon. */
  readonly end: Span;
}

interface PackageEntry {
  readonly kind: 'nested-package';
  readonly package: ast.NestedPackage;
}

type Entry = ast.TopLevelItem | HeaderEntry | PackageEntry;

function rulesAtDepth(depth: number): BodyRules<Entry> {
  return {
    parseItem: (stream) => parseEntry(stream, depth),
    expected: topLevelKinds,
    startsItem: (kind) => startsTopLevel(kind) || kind === TokenKind.Use || kind === TokenKind.At,
    startsOuter: () => false,
  };
}

function parseEntry(stream: TokenStream, depth: number): Entry {
  const docsSpan = documentationSpan(stream);
  const prelude = parsePrelude(stream);
  switch (stream.kind) {
    case TokenKind.Interface:
      return parseInterface(stream, prelude);
    case TokenKind.World:
      return parseWorld(stream, prelude);
    case TokenKind.Use:
      return parseTopLevelUse(stream, prelude);
    case TokenKind.Package:
      return parsePackage(stream, prelude, docsSpan, depth);
    default:
      return stream.fail(oneOf(topLevelKinds));
  }
}

function documentationSpan(stream: TokenStream): Span | undefined {
  const { commentsStart } = stream;
  if (commentsStart === -1) return undefined;
  return { ...stream.span(), start: commentsStart, end: trimmedCommentEnd(stream.text, commentsStart) };
}

function parseTopLevelUse(stream: TokenStream, { docs, attributes }: ast.Prelude): ast.TopLevelUse {
  const span = stream.span();
  stream.next();
  const path = parsePath(stream);
  const alias = parseAlias(stream);
  stream.expectSemicolon();
  return { kind: 'use', docs, attributes, path, alias, span };
}

/** `package a:b;` or `package a:b { … }` */
function parsePackage(
  stream: TokenStream,
  { docs, attributes }: ast.Prelude,
  docsSpan: Span | undefined,
  depth: number,
): HeaderEntry | PackageEntry {
  const [attribute] = attributes;
  if (attribute !== undefined) {
    const message = 'a package cannot have attributes';
    stream.report({ code: 'misplaced-attribute', message, span: attribute.span });
  }
  if (depth >= deepestPackage) {
    const message = `packages may be nested ${deepestPackage} deep at most`;
    stream.failWith({ code: 'nesting-too-deep', message });
  }
  stream.next();
  const header = { name: parsePackageName(stream), docs, docsSpan };
  const end = stream.span();
  if (!stream.is(TokenKind.LeftBrace)) {
    stream.expectSemicolon('`;` or `{`');
    return { kind: 'header', ...header, end };
  }
  const entries = parseBody(stream, rulesAtDepth(depth + 1));
  return { kind: 'nested-package', package: { ...header, ...contentsOf(stream, entries, undefined) } };
}

function parsePackageName(stream: TokenStream): ast.PackageNameSyntax {
  const namespace = stream.identifier();
  stream.expect(TokenKind.Colon);
  const name = stream.identifier();
  const version = parseOptionalVersion(stream);
  const span = stream.spanBetween(namespace.span, version?.span ?? name.span);
  return { namespace, name, version: version?.text, span };
}

type PackageContents = Pick<ast.NestedPackage, 'items' | 'nestedPackages' | 'isBroken'>;

/** Sorts entries by what they are. */
function contentsOf(
  stream: TokenStream,
  entries: readonly Entry[],
  header: HeaderEntry | undefined,
): PackageContents {
  const items: ast.TopLevelItem[] = [];
  const nestedPackages: ast.NestedPackage[] = [];
  let isBroken = stream.isHopeless;
  for (const entry of entries) {
    if (entry.kind === 'nested-package') nestedPackages.push(entry.package);
    else if (entry.kind !== 'header') items.push(entry);
    else if (entry !== header) reportLateHeader(stream, entry, header);
    const isLost = entry.kind === 'header' ? header === undefined : entry.kind === 'broken' && !entry.name;
    if (isLost) isBroken = true;
  }
  return { items, nestedPackages, isBroken };
}

function reportLateHeader(stream: TokenStream, { end }: HeaderEntry, header: HeaderEntry | undefined): void {
  const advice = 'to define another package in this file, write its items in braces: `package a:b { … }`';
  stream.report({
    code: 'misplaced-package',
    message:
      header === undefined
        ? 'the `package` declaration must come first in its file'
        : 'a file has one `package` declaration',
    span: end,
    notes: [
      ...(header === undefined ? [] : [{ message: 'the first stands here', span: header.name.span }]),
      { message: advice },
    ],
  });
}
