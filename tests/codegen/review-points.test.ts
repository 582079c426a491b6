import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(root, 'docs/reviewing-generated-code.md'), 'utf8');

/** The points of the page, each with the tests that it names. */
const points = page
  .split(/^### /m)
  .slice(1)
  .map((text) => ({
    title: text.slice(0, text.indexOf('\n')),
    tests: [...text.matchAll(/^- `(.+?) › (.+)`$/gm)].map(([, file = '', name = '']) => ({ file, name })),
  }));

/** What the tests of a file are called, those of tables with the marks for what differs. */
function testsIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const [name] = ts.isCallExpression(node) ? node.arguments : [];
    if (
      ts.isCallExpression(node) &&
      isTest(node.expression) &&
      name !== undefined &&
      ts.isStringLiteralLike(name)
    )
      names.push(name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return names;
}

/** `it` or `it.each(…)`. */
function isTest(called: ts.Expression): boolean {
  if (ts.isCallExpression(called) || ts.isPropertyAccessExpression(called)) return isTest(called.expression);
  return ts.isIdentifier(called) && called.text === 'it';
}

describe('the page about reviewing', () => {
  it('has fifteen points, in order', () => {
    expect(points.map(({ title }) => Number.parseInt(title, 10))).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    );
  });

  it.each(points)('names tests that there are: $title', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const { file, name } of tests) {
      expect([file, existsSync(join(root, file))]).toEqual([file, true]);
      expect(testsIn(file)).toContain(name);
    }
  });
});
