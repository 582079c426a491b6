import type { Random } from '../fuzz/wit/random.js';

/** Labels that are something else in JavaScript, in WIT, or to an object; and labels of every form. */
const awkward = [
  'constructor',
  'to-string',
  'value-of',
  'has-own-property',
  'is-prototype-of',
  'to-locale-string',
  'prototype',
  'length',
  'name',
  'then',
  'tag',
  'val',
  'payload',
  'class',
  'new',
  'delete',
  'await',
  'default',
  'function',
  'this',
  'arguments',
  'eval',
  'null',
  'undefined',
  'true',
  'some',
  'none',
  'ok',
  'err',
  'error',
  'list',
  'record',
  'option',
  'use',
  'own',
  'u32',
  'string',
  'get-URL',
  'HTTP',
  'is-HTTP2-ready',
  'x',
  'A',
  'a-1',
  'utf-8-bytes',
  'v1-2-3',
  'quite-a-long-name-that-goes-on-for-some-words-more',
];

/** As many labels, no two of which are the same in JavaScript; a good part of them awkward. */
export function makeLabels(count: number, random: Random): readonly string[] {
  const labels = new Map<string, string>();
  while (labels.size < count) {
    const label = random.below(3) === 0 ? random.pick(awkward) : plainLabel(labels.size, random);
    labels.set(label.toLowerCase().replaceAll('-', ''), label);
  }
  return [...labels.values()];
}

const words = ['item', 'the', 'price', 'of', 'tea', 'in', 'china', 'URL', 'x2'];

function plainLabel(index: number, random: Random): string {
  const word = random.pick(words);
  return random.below(2) === 0 ? `${word}-n${index}`.replace('URL-n', 'URL-N') : `c${index}-${word}`;
}
