import { describe, expect, it } from '@jest/globals';
import { generateWit } from './generate-wit.js';

describe('a type without a name that stands in several files', () => {
  it('has its parts by the names of each file', async () => {
    const wit = `package t:t;
      interface a { resource x; record r { n: u8 } }
      interface b { use a.{x, r}; f: func(r: option<r>) -> list<x>; }
      world w {
        use a.{x as mine, r as row};
        type own-x = mine;
        export g: func(r: option<row>) -> list<own-x>;
        export b;
      }`;
    const files = await generateWit(wit);
    expect(files.get('exports/t-t/b.ts')).toContain('f(r?: R): X[];');
    expect(files.get('exports/t-t/b.ts')).not.toContain('Mine');
    expect(files.get('w.ts')).toContain('g(r?: Row): OwnX[]');
  });

  it('is found from interfaces that use it through others', async () => {
    const wit = `package t:t;
      interface a { resource x; }
      interface b { use a.{x as y}; f: func() -> list<y>; }
      interface c { use a.{x as z}; f: func() -> list<z>; }
      world w { export b; export c; }`;
    const files = await generateWit(wit);
    expect(files.get('exports/t-t/b.ts')).not.toContain("'./c.js'");
    expect(files.get('exports/t-t/c.ts')).not.toContain("'./b.js'");
    expect(files.get('exports/t-t/c.ts')).toContain('f(): Z[];');
  });
});
