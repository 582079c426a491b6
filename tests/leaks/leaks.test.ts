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
