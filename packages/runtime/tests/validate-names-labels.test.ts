import { describe, expect, it } from '@jest/globals';
import { problemOf } from './validate-text.js';

/** What has labels: a type with each of them, as text. */
const labelled: readonly (readonly [string, string, (labels: readonly string[]) => string])[] = [
  [
    'record field',
    'field',
    (labels) => `(record ${labels.map((label) => `(field "${label}" u8)`).join(' ')})`,
  ],
  [
    'variant case',
    'case',
    (labels) => `(variant ${labels.map((label) => `(case "${label}" u8)`).join(' ')})`,
  ],
  ['flag', 'flag', (labels) => `(flags ${labels.map((label) => `"${label}"`).join(' ')})`],
  ['enum case', 'case', (labels) => `(enum ${labels.map((label) => `"${label}"`).join(' ')})`],
  [
    'function parameter',
    'parameter',
    (labels) => `(func ${labels.map((label) => `(param "${label}" u8)`).join(' ')})`,
  ],
];

describe.each(labelled)('the name of a %s', (what, one, type) => {
  const problem = (...labels: readonly string[]) => problemOf(`(component (type ${type(labels)}))`);

  it.each([['a'], ['a-B1-2c'], ['A'], ['x1-2-3'], ['self']])('can be %s', (label) => {
    expect(problem(label)).toBe('valid');
  });

  it('cannot be empty', () => {
    expect(problem('a', '')).toBe(`empty-name: ${what} name cannot be empty`);
  });

  it.each([['GoNnA'], ['1'], ['a-'], ['-a'], ['a--b'], ['a.b'], ['a:b/c'], ['a_b'], ['[method]a.b'], ['ä']])(
    'cannot be %s',
    (label) => {
      expect(problem('a', label)).toBe(`not-kebab-case: ${what} name \`${label}\` is not in kebab case`);
    },
  );

  it('differs from others in more than case', () => {
    expect(problem('a', 'b', 'a-b', 'ab')).toBe('valid');
    expect(problem('x', 'y', 'x')).toBe(
      `name-conflict: ${what} name \`x\` conflicts with previous ${one} name \`x\``,
    );
    expect(problem('a-B-c-D', 'A-b-C-d')).toBe(
      `name-conflict: ${what} name \`A-b-C-d\` conflicts with previous ${one} name \`a-B-c-D\``,
    );
  });
});

it('labels of two types have nothing to do with each other', () => {
  expect(
    problemOf('(component (type (record (field "a" u8))) (type (enum "a" "b")) (type (enum "A")))'),
  ).toBe('valid');
});
