import ts from 'typescript';
import type { OutputProblem } from './check-output.js';

interface File {
  readonly path: string;
  readonly text: string;
}

/** What generated code never has: `any`, `enum`, `namespace`, `as unknown as`, and comments that silence a tool. */
export function findForbidden(files: readonly File[]): readonly OutputProblem[] {
  return files.flatMap(({ path, text }) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
    return [...forbiddenNodes(source), ...forbiddenComments(source)].map(({ start, what }) => {
      const { line, character } = source.getLineAndCharacterOfPosition(start);
      return { path, message: `${line + 1}:${character + 1}: ${what}` };
    });
  });
}

interface Found {
  readonly start: number;
  readonly what: string;
}

function forbiddenNodes(source: ts.SourceFile): Found[] {
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    const what = forbiddenNode(node);
    if (what !== undefined) found.push({ start: node.getStart(source), what });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function forbiddenNode(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return '`any`';
  if (ts.isEnumDeclaration(node)) return '`enum`';
  if (ts.isModuleDeclaration(node)) return '`namespace`';
  if (
    ts.isAsExpression(node) &&
    ts.isAsExpression(node.expression) &&
    node.expression.type.kind === ts.SyntaxKind.UnknownKeyword
  )
    return '`as unknown as`';
  return undefined;
}

/** Comments that a tool takes as orders. In the middle of documentation it does not. */
function forbiddenComments(source: ts.SourceFile): Found[] {
  return commentsOf(source).flatMap(({ pos, end }) => {
    const comment = source.text.slice(pos, end);
    const [, lintOrder] = /^\/[/*]\s*((?:eslint|prettier-ignore)[\w-]*)/.exec(comment) ?? [];
    const [, compilerOrder] = /^[/*\s]*(@ts-[\w-]*)/.exec(comment.slice(comment.lastIndexOf('\n') + 1)) ?? [];
    const order = lintOrder ?? compilerOrder;
    return order === undefined ? [] : [{ start: pos, what: `\`${order}\` in a comment` }];
  });
}

/** The comments before each token: those after a token stand before the next one. */
function commentsOf(source: ts.SourceFile): ts.TextRange[] {
  const comments = new Map<number, ts.TextRange>();
  const visit = (node: ts.Node): void => {
    for (const find of [ts.getLeadingCommentRanges, ts.getTrailingCommentRanges])
      for (const comment of find(source.text, node.pos) ?? []) comments.set(comment.pos, comment);
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...comments.values()];
}
