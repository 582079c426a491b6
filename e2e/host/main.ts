// The host: it runs the JavaScript guest through the bindings generated from `world.wit`, and checks what comes back.

import { readFile } from 'node:fs/promises';
import { Component } from '@wit-bindgen-ts/runtime';
import { Desk } from '../generated/desk.js';
import { Checks } from './checks.js';

const bytes = await readFile(new URL('../desk.wasm', import.meta.url));
const component = await Component.compile(bytes);

const told: string[] = [];
let minute = 540;
const desk = await Desk.instantiate(component, {
  'example:notebook/clock@0.3.0': { now: () => ({ day: 12, minute: minute++ }) },
  tell: (line) => void told.push(line),
});

const checks = new Checks();
const { Notebook, countWords, sumOfSquares } = desk.notes;

// Its JavaScript engine was built without WASI, and so it asks for nothing but what the world says.
checks.returns('the imports are those of the world', () => [...component.type.imports.keys()], [
  'example:notebook/clock@0.3.0',
  'tell',
]);

checks.returns('a string through a function of the world', () => desk.reverse('añ☃😀'), '😀☃ña');
checks.returns('an empty string', () => desk.reverse(''), '');
checks.returns('a long string', () => desk.reverse('ab'.repeat(50_000)), 'ba'.repeat(50_000));

checks.returns('a list of strings in, a list of tuples out', () => countWords(['Tea or', 'no tea']), [
  ['tea', 2],
  ['or', 1],
  ['no', 1],
]);
checks.returns('a list of numbers', () => sumOfSquares([1, 2.5, -3]), 16.25);
checks.returns('a typed array', () => sumOfSquares(Float64Array.of(3, 4)), 25);

const ada = new Notebook('Ada');
checks.returns('a resource, its constructor and a method', () => ada.owner(), 'Ada');
checks.returns('the ok case of a result', () => ada.write('Buy tea.', { tag: 'plain' }, undefined), 0);
checks.returns(
  'variants with a payload',
  () => ada.write('Sort tea.', { tag: 'stars', val: 3 }, undefined),
  1,
);
checks.returns('an option', () => ada.write('Done.', { tag: 'label', val: 'ok ✓' }, 1), 2);
checks.throws('the err case of a result', () => ada.write('', { tag: 'plain' }, undefined), { tag: 'empty' });
checks.throws('an error with a payload', () => ada.write('x'.repeat(47), { tag: 'plain' }, undefined), {
  tag: 'too-long',
  val: 7,
});
checks.returns('records in a list, with a record of another interface', () => ada.notes(), [
  { text: 'Buy tea.', written: { day: 12, minute: 540 }, mark: { tag: 'plain' }, answers: undefined },
  {
    text: 'Sort tea.',
    written: { day: 12, minute: 541 },
    mark: { tag: 'stars', val: 3 },
    answers: undefined,
  },
  { text: 'Done.', written: { day: 12, minute: 542 }, mark: { tag: 'label', val: 'ok ✓' }, answers: 1 },
]);

const bob = new Notebook('Bob');
checks.returns('borrows passed to a static function', () => Notebook.thickest(bob, ada), 'Ada');
checks.returns('a second resource is its own', () => bob.notes(), []);
checks.returns('what the guest told its host', () => told, [
  'Ada writes "Buy tea."',
  'Ada writes "Sort tea."',
  'Ada writes "Done."',
]);

checks.throws(
  'a wrong argument',
  () => ada.write('x', { tag: 'stars', val: 256 }, undefined),
  'TypeError: notebook.write: mark.stars: 256 is not a u8',
);

ada[Symbol.dispose]();
bob[Symbol.dispose]();
checks.returns('a call after the resources were dropped', () => desk.reverse('ok'), 'ko');

checks.summarise();
