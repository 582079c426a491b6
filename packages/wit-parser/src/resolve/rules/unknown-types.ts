import { didYouMean } from '../../source/did-you-mean.js';
import type { Identifier } from '../../syntax/ast.js';
import { primitiveTypes } from '../../syntax/primitive-types.js';
import type { Report } from '../context.js';
import type { NameEntry, TypeScope } from '../scopes.js';

/** Words that name no type in WIT, and the type that is meant. */
const renamedTypes: Readonly<Record<string, string>> = {
  float32: 'f32',
  float64: 'f64',
  int: 's32',
  uint: 'u32',
  boolean: 'bool',
  str: 'string',
};

/** A name where a type stands is the name of a type. */
export function reportUnknownType(report: Report, name: Identifier, { names }: TypeScope): void {
  const renamed = Object.hasOwn(renamedTypes, name.text) ? renamedTypes[name.text] : undefined;
  report({
    code: 'unknown-type',
    message: `there is no type \`${name.text}\``,
    span: name.span,
    notes: () =>
      renamed === undefined
        ? didYouMean(name.text, [...names.keys(), ...primitiveTypes])
        : [{ message: `did you mean \`${renamed}\`?` }],
  });
}

/** The same for a function that the name stands for. */
export function reportNotAType(report: Report, { text, span }: Identifier, entry: NameEntry): void {
  const notes = [{ message: 'defined here', span: entry.span }];
  report({ code: 'not-a-type', message: `\`${text}\` is a function, not a type`, span, notes });
}

/** What is used from an interface is a type of it. */
export function reportUnknownUsedType(
  report: Report,
  name: Identifier,
  source: string,
  { names }: TypeScope,
): void {
  const message = `there is no type \`${name.text}\` in the interface \`${source}\``;
  const notes = () => didYouMean(name.text, names.keys());
  report({ code: 'unknown-type', message, span: name.span, notes });
}

/** The same for a function of it. */
export function reportUsedFunction(report: Report, name: Identifier, entry: NameEntry): void {
  const message = `\`${name.text}\` is a function: only types can be used from an interface`;
  const notes = [{ message: 'defined here', span: entry.span }];
  report({ code: 'not-a-type', message, span: name.span, notes });
}
