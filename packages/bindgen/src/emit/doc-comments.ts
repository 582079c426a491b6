import type { Docs, FuncPlan } from '../plan/model.js';
import { typeText } from './type-text.js';

/** Controls, and marks that reorder what a reader sees: no comment needs them. */
const unprintable = /(?!\t)[\p{Cc}\p{Bidi_Control}\ufeff]/gu;

/** The TSDoc of an item, as ts-morph takes it; empty where WIT says nothing. */
export function docComments(docs: Docs, tags: readonly string[] = []): string[] {
  const text = docs.text === undefined ? [] : textLines(docs.text);
  const allTags = [...tags, ...gateTags(docs)].map(printable);
  const lines = text.length > 0 && allTags.length > 0 ? [...text, '', ...allTags] : [...text, ...allTags];
  if (lines.length === 0) return [];
  const comment = lines.map(commentLine).join('\n');
  return [lines.length === 1 ? comment : `\n${comment}`];
}

/** The TSDoc of a function, with what it throws. */
export function funcDocs({ docs, throws, trappable }: FuncPlan): string[] {
  if (throws === undefined)
    return docComments(docs, trappable ? ['@throws What it throws traps the guest.'] : []);
  const payload = throws.payload === undefined ? 'undefined' : typeText(throws.payload, 'lifted');
  const rest = trappable ? ' What else it throws traps the guest.' : '';
  return docComments(docs, [`@throws {ComponentError<${payload}>}${rest}`]);
}

function gateTags({ since, unstable, deprecated }: Docs): string[] {
  return [
    ...(since === undefined ? [] : [`@since ${since}`]),
    ...(unstable === undefined ? [] : [`@experimental Behind the feature \`${unstable}\`.`]),
    ...(deprecated === undefined ? [] : [`@deprecated Since ${deprecated}.`]),
  ];
}

function textLines(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(plainLine);
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}

/** What looks like a tag in WIT's words is none in TSDoc: `@deprecated` would be a claim, `@ts-ignore` an order. */
function plainLine(line: string): string {
  return printable(line)
    .trimEnd()
    .replace(/^([\s*/]*)@/, '$1\\@');
}

/** A comment ends where it ends in our text, not where WIT would have it end. */
function commentLine(line: string): string {
  return line.replaceAll('*/', '*\\/');
}

function printable(line: string): string {
  return line.replace(unprintable, '');
}
