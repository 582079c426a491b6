import { describe, expect, it } from '@jest/globals';
import { stateOf } from './guest-state.js';
import { Guests, Lamp } from './leaks-guest.js';
import { scenarios } from './scenarios.js';

/** `npm run leaks` makes a million calls, and looks at the heap of JavaScript too. */
const turns = 300;

describe.each(scenarios)('$name', ({ run }) => {
  it('leave nothing in the guest', () => {
    const guests = new Guests();
    for (let turn = 0; turn < turns; turn++) run(guests, turn);
    expect(stateOf(guests)).toEqual({ live: 0, handles: 0, pages: 1 });
  });
});

describe('an argument that changes between being checked and being lowered', () => {
  it('leaves no handle in the guest, and takes none from the host', () => {
    const guests = new Guests();
    const note = guests.call('[constructor]note', 'a');
    const order = { text: 'b', note, taken: new Lamp('c'), lent: new Lamp('d') };
    let reads = 0;
    const changing = {
      ...order,
      get count(): unknown {
        reads += 1;
        return reads === 1 ? 1 : 'one';
      },
    };
    expect(() => guests.call('take-order', changing)).toThrow(
      'a value changed between being checked and being lowered',
    );
    // The text of the order stays allocated: there is no function of a guest's that only frees.
    expect(stateOf(guests)).toEqual({ live: 2 + 1, handles: 0, pages: 1 });
    expect(guests.call('[method]note.text', note)).toBe('a');
    expect(guests.call('take-order', { ...order, count: 1 })).toBe(1);
    expect(stateOf(guests)).toEqual({ live: 1, handles: 0, pages: 1 });
  });
});

describe('what is measured', () => {
  it('shows handles that are left behind', () => {
    const guests = new Guests();
    for (let turn = 0; turn < 5; turn++) guests.call('keep-lamp', new Lamp('kept'));
    expect(stateOf(guests)).toEqual({ live: 0, handles: 5, pages: 1 });
  });

  it('shows memory that is in use', () => {
    const guests = new Guests();
    guests.call('[constructor]note', 'a');
    // The note, its text, and the handle that the host has: that is none of the guest's own.
    expect(stateOf(guests)).toEqual({ live: 2, handles: 0, pages: 1 });
  });
});
