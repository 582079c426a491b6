import { beforeEach, describe, expect, it } from '@jest/globals';
import { ComponentError, type Component } from '@wit-bindgen-ts/runtime';
import type { Desk } from '../../../snapshots/handles/exports/codegen-handles/desk.js';
import { DeskWorld, type DeskWorldImports } from '../../../snapshots/handles/desk-world.js';
import { stubImports } from '../stub-imports.js';
import { allocator, writtenComponent } from './world-guests.js';

const desk = 'cm32p2|codegen:handles/desk';

/** The representation of a card is where its text's pointer and length stand. */
const guest = `(module
  (import "cm32p2|_ex_codegen:handles/desk" "card_new" (func $new (param i32) (result i32)))
  (import "cm32p2|_ex_codegen:handles/desk" "card_rep" (func $rep (param i32) (result i32)))
  (import "cm32p2|_ex_codegen:handles/desk" "card_drop" (func $drop (param i32)))
  ${allocator}
  (func $pair (param i32 i32) (result i32) (local $at i32)
    (local.set $at (call $allocate (i32.const 16)))
    (i32.store (local.get $at) (local.get 0))
    (i32.store offset=4 (local.get $at) (local.get 1))
    (local.get $at))
  (func $length (param $card i32) (result i32) (i32.load offset=4 (local.get $card)))
  (func (export "${desk}|[constructor]card") (param i32 i32) (result i32)
    (call $new (call $pair (local.get 0) (local.get 1))))
  (func (export "${desk}|[method]card.text") (param i32) (result i32) (local.get 0))
  (func (export "${desk}|[method]card.is-before") (param i32 i32) (result i32)
    (i32.lt_u (i32.load8_u (i32.load (local.get 0))) (i32.load8_u (i32.load (local.get 1)))))
  (func (export "${desk}|[static]card.merge") (param i32 i32) (result i32)
    (call $drop (local.get 1))
    (local.get 0))
  (func (export "${desk}|give") (param i32) (result i32) (local.get 0))
  (func (export "${desk}|lend") (param i32) (result i32) (local.get 0))
  (func (export "${desk}|in-record") (param i32 i32 i32) (result i32) (local $at i32)
    (local.set $at (call $pair (local.get 0) (local.get 1)))
    (i32.store offset=8 (local.get $at) (local.get 2))
    (local.get $at))
  (func (export "${desk}|in-list") (param i32 i32) (result i32) (call $pair (local.get 0) (local.get 1)))
  (func (export "${desk}|in-map") (param i32 i32) (result i32) (call $pair (local.get 0) (local.get 1)))
  (func (export "${desk}|in-option") (param i32 i32) (result i32) (call $pair (local.get 0) (local.get 1)))
  (func (export "${desk}|in-variant") (param i32 i32 i32) (result i32) (local $at i32)
    (local.set $at (call $pair (local.get 0) (local.get 1)))
    (i32.store offset=8 (local.get $at) (local.get 2))
    (local.get $at))
  (func (export "${desk}|in-tuple") (param i32 i32 i32 i32) (result i32) (local $at i32)
    (local.set $at (call $pair (local.get 0) (local.get 1)))
    (i32.store offset=8 (local.get $at) (local.get 2))
    (i32.store offset=12 (local.get $at) (local.get 3))
    (local.get $at))
  ;; A card without a text is an error.
  (func (export "${desk}|in-result") (param i32) (result i32) (local $at i32)
    (local.set $at (call $pair (i32.eqz (call $length (call $rep (local.get 0)))) (local.get 0)))
    (i32.store offset=8 (local.get $at) (i32.const 16))
    (i32.store offset=12 (local.get $at) (i32.const 5))
    (local.get $at))
  (data (i32.const 16) "empty")
  (func (export "${desk}|lent-in-record") (param i32 i32) (result i32)
    (i32.mul (call $length (local.get 0)) (local.get 1)))
  (func (export "${desk}|lent-in-list") (param i32 i32) (result i32) (local $sum i32)
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get 1)))
      (local.set $sum (i32.add (local.get $sum) (call $length (i32.load (local.get 0)))))
      (local.set 0 (i32.add (local.get 0) (i32.const 4)))
      (local.set 1 (i32.sub (local.get 1) (i32.const 1)))
      (br $next)))
    (local.get $sum))
  (func (export "${desk}|lent-in-option") (param i32 i32) (result i32) (local $at i32)
    (local.set $at (call $pair (local.get 0) (i32.const 0)))
    (if (local.get 0) (then
      (i32.store offset=4 (local.get $at) (i32.load (local.get 1)))
      (i32.store offset=8 (local.get $at) (i32.load offset=4 (local.get 1)))))
    (local.get $at)))`;

let component: Component | undefined;
let cards: Desk;

beforeEach(async () => {
  component ??= await writtenComponent('handles', guest);
  const world = await DeskWorld.instantiate(component, stubImports(component.type) as DeskWorldImports);
  cards = world.desk;
});

describe("objects of a guest's resource", () => {
  it('have methods and static functions', () => {
    const [a, b] = [new cards.Card('a'), new cards.Card('b')];
    expect(a).toBeInstanceOf(cards.Card);
    expect([a.text(), a.isBefore(b), b.isBefore(a)]).toEqual(['a', true, false]);
    const merged = cards.Card.merge(a, b);
    expect(merged).toBeInstanceOf(cards.Card);
    expect(merged.text()).toBe('a');
    expect(() => b.text()).toThrow(new TypeError('card.text: self: this card was given away'));
  });

  it('are lent and dropped', () => {
    const card = new cards.Card('lent');
    expect(cards.lend(card)).toBe('lent');
    expect(card.text()).toBe('lent');
    card[Symbol.dispose]();
    card[Symbol.dispose]();
    expect(() => cards.lend(card)).toThrow(new TypeError('lend: card: this card was dropped'));
  });

  it('are given away, and come back as new objects', () => {
    const card = new cards.Card('given');
    const back = cards.give(card);
    expect(back).not.toBe(card);
    expect(back.text()).toBe('given');
    expect(() => cards.give(card)).toThrow(new TypeError('give: card: this card was given away'));
  });

  it('stand in records, lists, options, variants, tuples and maps', () => {
    const { Card } = cards;
    const { first, second } = cards.inRecord({ first: new Card('a'), second: new Card('b') });
    expect([first.text(), second?.text()]).toEqual(['a', 'b']);
    expect(cards.inRecord({ first })).not.toHaveProperty('second', expect.anything());
    expect(cards.inList([new Card('c'), new Card('d')]).map((card) => card.text())).toEqual(['c', 'd']);
    expect(cards.inList([])).toEqual([]);
    expect(cards.inOption(new Card('e'))?.text()).toBe('e');
    expect(cards.inOption()).toBeUndefined();
    const place = cards.inVariant({ tag: 'between', val: [new Card('f'), new Card('g')] });
    expect(place.tag === 'between' && place.val.map((card) => card.text())).toEqual(['f', 'g']);
    expect(cards.inVariant({ tag: 'nowhere' })).toEqual({ tag: 'nowhere' });
    const [one, text, other] = cards.inTuple([new Card('h'), 'and', new Card('i')]);
    expect([one.text(), text, other.text()]).toEqual(['h', 'and', 'i']);
    const byName = cards.inMap(new Map([['j', new Card('k')]]));
    expect([...byName].map(([name, card]) => [name, card.text()])).toEqual([['j', 'k']]);
  });

  it('are what a function fails with', () => {
    expect(cards.inResult(new cards.Card('fine')).text()).toBe('fine');
    const error = errorOf(() => cards.inResult(new cards.Card('')));
    expect(error).toBeInstanceOf(ComponentError);
    const [card, reason] = (error as ComponentError<[InstanceType<Desk['Card']>, string]>).payload;
    expect([card.text(), reason]).toEqual(['', 'empty']);
  });

  it('are lent in records, lists and options', () => {
    const [a, b] = [new cards.Card('aa'), new cards.Card('bbb')];
    expect(cards.lentInRecord({ card: a, times: 3 })).toBe(6);
    expect(cards.lentInList([a, b, a])).toBe(7);
    expect([cards.lentInOption(b), cards.lentInOption()]).toEqual(['bbb', undefined]);
    expect(a.text()).toBe('aa');
  });

  it('are kept where something else is wrong with a call', () => {
    const [card, dropped] = [new cards.Card('kept'), new cards.Card('dropped')];
    dropped[Symbol.dispose]();
    expect(() => cards.inList([card, dropped])).toThrow(
      new TypeError('in-list: cards[1]: this card was dropped'),
    );
    expect(() => cards.Card.merge(card, card)).toThrow(TypeError);
    expect(() => cards.inRecord({ first: card, second: card })).toThrow(TypeError);
    expect(() => cards.inTuple([card, 7 as never, card])).toThrow(
      new TypeError('in-tuple: cards[1]: 7 is not a string'),
    );
    expect(card.text()).toBe('kept');
    expect(cards.give(card).text()).toBe('kept');
  });

  it('belong to one instance', async () => {
    const card = new cards.Card('mine');
    if (component === undefined) throw new Error('it was compiled');
    const other = await DeskWorld.instantiate(component, stubImports(component.type) as DeskWorldImports);
    expect(other.desk.Card).not.toBe(cards.Card);
    expect(() => other.desk.lend(card)).toThrow(TypeError);
    expect(card.text()).toBe('mine');
  });
});

function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}
