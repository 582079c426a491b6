// The guest: it implements `world.wit`, and componentize-js makes a component of it.

import { now } from 'example:notebook/clock@0.3.0';
import tell from 'tell';

const MOST_CHARACTERS = 40;

class Notebook {
  #owner;
  #notes = [];

  constructor(owner) {
    this.#owner = owner;
  }

  write(text, mark, answers) {
    if (text === '') throw { tag: 'empty' };
    const characters = [...text].length;
    if (characters > MOST_CHARACTERS) throw { tag: 'too-long', val: characters - MOST_CHARACTERS };
    tell(`${this.#owner} writes "${text}"`);
    return this.#notes.push({ text, written: now(), mark, answers }) - 1;
  }

  notes() {
    return this.#notes;
  }

  owner() {
    return this.#owner;
  }

  static thickest(a, b) {
    return a.#notes.length >= b.#notes.length ? a.#owner : b.#owner;
  }
}

function countWords(texts) {
  const counts = new Map();
  for (const word of texts.join(' ').toLowerCase().split(/\s+/).filter(Boolean)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts];
}

function sumOfSquares(numbers) {
  return numbers.reduce((sum, number) => sum + number * number, 0);
}

export const notes = { Notebook, countWords, sumOfSquares };

export function reverse(text) {
  return [...text].reverse().join('');
}
