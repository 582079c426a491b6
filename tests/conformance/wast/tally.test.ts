import { describe, expect, it } from '@jest/globals';
import { Tally } from './tally.js';

describe('Tally', () => {
  const known = { 'values/a.wast:2': 'not yet', 'values/a.wast:3': 'not yet', 'values/b.wast:1': 'not yet' };

  it('reports what is not as the list of known failures says', () => {
    const tally = new Tally(known);
    const outcomes = [
      { line: 1, failure: undefined },
      { line: 2, failure: 'boom' },
      { line: 3, failure: undefined },
      { line: 4, failure: 'says "no"' },
    ];
    expect(tally.add('values/a.wast', outcomes)).toEqual([
      '"values/a.wast:3": "passes, and so is no known failure any more"',
      '"values/a.wast:4": "says \\"no\\""',
    ]);
    expect(tally.unseen()).toEqual(['values/b.wast:1']);
  });

  it('counts by folder', () => {
    const tally = new Tally(known);
    tally.add('values/a.wast', [
      { line: 1, failure: undefined },
      { line: 2, failure: 'boom' },
    ]);
    tally.add('links/a.wast', [{ line: 2, failure: 'boom' }]);
    expect(tally.table('scripts')).toBe(
      [
        'scripts                   passed  failed  known failures',
        'values                         1       0               1',
        'links                          0       1               0',
        'all                            1       1               1',
      ].join('\n'),
    );
  });
});
