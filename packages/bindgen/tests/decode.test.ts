import { describe, expect, it } from '@jest/globals';
import { CompileError } from '@wit-bindgen-ts/runtime/structure';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import { inspect, witOf } from '../src/inspect/inspect.js';

/** The component as WIT, and the paths that WIT has no words for with the reasons. */
function decoded(text: string): { wit: string; omitted: string[] } {
  const { wit, omissions } = inspect(encodeComponent(text));
  return { wit, omitted: omissions.map(({ path, reason }) => `${path} ${reason}`) };
}

describe('the world of a component', () => {
  it('has its imports and exports in their order, and the interfaces after it', () => {
    const text = `(component
      (type $log (instance
        (type $l (enum "debug" "info"))
        (export "level" (type $level (eq $l)))
        (export "write" (func (param "level" $level) (param "message" string)))))
      (import "example:shop/log@1.2.0" (instance $log (type $log)))
      (alias export $log "level" (type $level))
      (import "level-of" (func (param "name" string)))
      (import "the-level" (type $named (eq $level)))
      (import "more" (func $more (param "a" $named) (result (option $named))))
      (export "again" (func $more)))`;
    expect(decoded(text)).toEqual({
      wit: `package root:component;

world root {
  use example:shop/log@1.2.0.{level as the-level};

  import example:shop/log@1.2.0;
  import level-of: func(name: string);
  import more: func(a: the-level) -> option<the-level>;

  export again: func(a: the-level) -> option<the-level>;
}

package example:shop@1.2.0 {
  interface log {
    enum level {
      debug,
      info,
    }

    write: func(level: level, message: string);
  }
}
`,
      omitted: [],
    });
  });

  it('uses a type of an interface where nothing gives it a name of its own', () => {
    const text = `(component
      (import "a:b/c" (instance $c (export "r" (type (sub resource)))))
      (alias export $c "r" (type $r))
      (import "r" (func))
      (import "f" (func (param "r" (own $r)) (result (list (own $r))))))`;
    expect(decoded(text).wit).toContain(`world root {
  use a:b/c.{r as r-n2};

  import a:b/c;
  import r: func();
  import f: func(r: r-n2) -> list<r-n2>;
}
`);
  });

  it('tells aliases from uses, and each name of a type from the others', () => {
    const text = `(component
      (import "a:b/c" (instance $c
        (type $t' (record (field "x" u8)))
        (export "t" (type $t (eq $t')))
        (export "u" (type $u (eq $t)))
        (type $n' u32)
        (export "n" (type $n (eq $n')))
        (export "m" (type $m (eq $n)))
        (export "r" (type $r (sub resource)))
        (export "s" (type $s (eq $r)))
        (export "f" (func (param "t" $t) (param "u" $u) (param "n" $n) (param "m" $m)
          (param "r" (borrow $r)) (param "s" (borrow $s)) (result u32)))))
      (alias export $c "u" (type $u))
      (alias export $c "s" (type $s))
      (import "a:b/d" (instance
        (export "v" (type $v (eq $u)))
        (export "s" (type $s2 (eq $s)))
        (export "g" (func (param "v" (list $v)) (result (own $s2)))))))`;
    expect(decoded(text).wit).toContain(`package a:b {
  interface c {
    record t {
      x: u8,
    }

    type u = t;
    type n = u32;
    type m = n;
    resource r;
    type s = r;

    f: func(t: t, u: u, n: n, m: m, r: borrow<r>, s: borrow<s>) -> u32;
  }

  interface d {
    use c.{u as v, s};

    g: func(v: list<v>) -> s;
  }
}
`);
  });

  it('puts together what it imports and exports of an interface', () => {
    const text = `(component
      (import "a:b/c" (instance $c
        (type $t' (record (field "x" u8)))
        (export "t" (type $t (eq $t')))))
      (type $own (record (field "x" u8)))
      (component $inner
        (type $t' (record (field "x" u8)))
        (export $t "t" (type $t'))
        (type $e' (enum "one"))
        (export $e "e" (type $e')))
      (instance $i (instantiate $inner))
      (export "a:b/c" (instance $i)))`;
    expect(decoded(text).wit).toContain(`  interface c {
    record t {
      x: u8,
    }

    enum e {
      one,
    }
  }
`);
  });

  it('says where one interface has two meanings', () => {
    const text = `(component
      (import "a:b/c" (instance (export "f" (func))))
      (component $inner (import "f" (func $f (param "x" u8))) (export "f" (func $f)))
      (import "g" (func $g (param "x" u8)))
      (instance $i (instantiate $inner (with "f" (func $g))))
      (export "a:b/c" (instance $i)))`;
    expect(decoded(text).omitted).toEqual([
      'exports › a:b/c › f differs from what another import or export of the same interface says',
    ]);
  });

  it('has plain names for what implements an interface, and ids that others gave', () => {
    const text = `(component
      (import "primary" (implements "a:b/store@1.0.0") (instance (export "get" (func))))
      (import "backup" (implements "a:b/store@1.0.0") (instance (export "get" (func)))))`;
    const { wit } = decoded(text);
    expect(wit).toContain('  import primary: a:b/store@1.0.0;\n');
    expect(wit).toContain('  import backup: a:b/store@1.0.0;\n');
    expect(wit).toContain('package a:b@1.0.0 {\n  interface store {\n    get: func();\n');
  });

  it('says what WIT has no words for', () => {
    const text = `(component
      (import "m" (core module))
      (import "c" (component))
      (import "i" (instance $i
        (export "deeper" (instance (export "f" (func))))
        (export "f" (func))))
      (type $t' (record (field "x" u8)))
      (export $t "t" (type $t'))
      (alias export $i "f" (func $f))
      (export "f" (func $f)))`;
    expect(decoded(text)).toEqual({
      wit: `package root:component;

world root {
  import i: interface {
    f: func();
  }

  record t {
    x: u8,
  }

  export f: func();
}
`,
      omitted: [
        'imports › m is a core module',
        'imports › c is a component',
        'imports › i › deeper is an instance in an instance',
        'exports › t is an exported type, and stands in the world as its own',
      ],
    });
  });

  it('leaves out resources that no interface exports: in a world, they would be the host’s', () => {
    const text = `(component
      (import "host" (type $host (sub resource)))
      (type $r' (resource (rep i32)))
      (export $r "r" (type $r'))
      (export $same "same" (type $host))
      (core module $M
        (func (export "new") (param i32) (result i32) unreachable)
        (func (export "use") (param i32) unreachable))
      (core instance $m (instantiate $M))
      (func (export "[constructor]r") (param "x" u32) (result (own $r)) (canon lift (core func $m "new")))
      (func (export "use") (param "r" (borrow $r)) (canon lift (core func $m "use")))
      (func (export "take") (param "same" (own $same)) (canon lift (core func $m "use")))
      (func (export "f") (param "x" u32) (canon lift (core func $m "use"))))`;
    expect(decoded(text)).toEqual({
      wit: `package root:component;

world root {
  resource host;
  type same = host;

  export take: func(same: same);
  export f: func(x: u32);
}
`,
      omitted: [
        'exports › r is an exported resource, outside of any interface',
        'exports › same is an exported type, and stands in the world as its own',
        'exports › [constructor]r belongs to the resource `r`, which is not here',
        'exports › use has a resource that no interface exports',
      ],
    });
  });

  it('says again what cannot be taken from where it is', () => {
    const text = `(component
      (import "i" (instance $i
        (type $t' (record (field "x" u8)))
        (export "t" (type $t (eq $t')))
        (export "r" (type (sub resource)))))
      (alias export $i "t" (type $t))
      (alias export $i "r" (type $r))
      (import "f" (func (param "t" (list $t))))
      (import "g" (func (param "r" (own $r)))))`;
    expect(decoded(text)).toEqual({
      wit: `package root:component;

world root {
  import i: interface {
    record t {
      x: u8,
    }

    resource r;
  }

  record t {
    x: u8,
  }

  import f: func(t: list<t>);
}
`,
      omitted: ['imports › g has the resource `r` of something that has no name to take it from'],
    });
  });

  it('is empty for an empty component', () => {
    expect(decoded('(component)').wit).toBe('package root:component;\n\nworld root {}\n');
  });
});

describe('features that are off elsewhere', () => {
  it('are on here, and named', () => {
    const text = `(component
      (type $future (future u8))
      (type $stream (stream $future))
      (type $list (list u8 4))
      (import "f" (func async (param "x" $list) (param "e" error-context) (result $stream)))
      (import "g" (func (param "m" (map string u32)))))`;
    const { wit, features } = inspect(encodeComponent(text));
    expect(wit).toContain('import f: async func(x: list<u8, 4>, e: error-context) -> stream<future<u8>>;');
    expect(wit).toContain('import g: func(m: map<string, u32>);');
    expect(features).toEqual([
      { name: 'async', onByDefault: true },
      { name: 'map', onByDefault: true },
      { name: 'fixedLengthLists', onByDefault: false },
      { name: 'errorContext', onByDefault: false },
    ]);
  });
});

describe('a WIT package', () => {
  const section = (json: string): string =>
    `(@custom "package-docs" "\\01${json.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}")`;
  const packageText = (docs: string): string => `(component
    (type (component
      (type (instance
        (type $t (record (field "x" u8)))
        (export "t" (type $named (eq $t)))
        (export "f" (func (param "t" $named)))))
      (export "a:b/types@1.0.0" (instance (type 0)))))
    (export "types" (type 0))
    (type (component
      (type (component
        (type (instance
          (type $t (record (field "x" u8)))
          (export "t" (type (eq $t)))))
        (import "a:b/types@1.0.0" (instance (type 0)))
        (export "run" (func))))
      (export "a:b/w@1.0.0" (component (type 0)))))
    (export "w" (type 2))
    ${section(docs)})`;

  it('is shown as that package, with its documentation', () => {
    const docs = {
      docs: 'The package.',
      worlds: {
        w: {
          docs: 'The world.',
          stability: { unstable: { feature: 'new' } },
          func_exports: { run: { docs: 'Runs.' } },
          interface_import_stability: { 'a:b/types@1.0.0': { stable: { since: '1.0.0' } } },
        },
      },
      interfaces: {
        types: {
          funcs: { f: { docs: 'Does it.', stability: { stable: { since: '1.0.0', deprecated: '1.1.0' } } } },
          types: { t: { docs: 'A type.', items: { x: 'A field.' } } },
        },
      },
    };
    const { kind, wit } = inspect(encodeComponent(packageText(JSON.stringify(docs))));
    expect(kind).toBe('wit-package');
    expect(wit).toBe(`/// The package.
package a:b@1.0.0;

interface types {
  /// A type.
  record t {
    /// A field.
    x: u8,
  }

  /// Does it.
  @since(version = 1.0.0)
  @deprecated(version = 1.1.0)
  f: func(t: t);
}

/// The world.
@unstable(feature = new)
world w {
  @since(version = 1.0.0)
  import types;

  /// Runs.
  export run: func();
}
`);
  });

  it.each([
    ['{"docs": 3, "interfaces": {"types": 3, "nothing": {}, "__proto__": {"docs": "x"}}, "worlds": []}'],
    ['{"interfaces": {"types": {"types": {"t": {"items": {"constructor": "x"}}}, "funcs": null}}}'],
    ['{'],
    ['[]'],
  ])('takes documentation that does not fit for none: %s', (docs) => {
    expect(witOf(encodeComponent(packageText(docs)))).toContain('record t {\n    x: u8,\n  }');
  });

  it('has no documentation that steers a terminal', () => {
    const wit = witOf(encodeComponent(packageText('{"docs":"a\\u001b[2J\\u202e*/\\nb"}')));
    expect(wit).toMatch(/^\/\/\/ a\ufffd\[2J\ufffd\*\/\n\/\/\/ b\npackage a:b/);
  });
});

describe('a component that exports component types', () => {
  it('is no WIT package if they have another form', () => {
    const text =
      '(component (type $c (component (export "t" (type (sub resource))))) (export "c" (type $c)))';
    const { kind, omissions } = inspect(encodeComponent(text));
    expect([kind, omissions.map(({ path }) => path)]).toEqual(['component', ['exports › c', 'exports › c']]);
  });

  it('is one in the older form of packages, too', () => {
    const text = `(component
      (type (component
        (export "types" (instance (export "f" (func))))
        (export "w" (component (export "run" (func))))))
      (export "a:b/wit@1.0.0" (type 0)))`;
    expect(witOf(encodeComponent(text))).toBe(`package a:b@1.0.0;

interface types {
  f: func();
}

world w {
  export run: func();
}
`);
  });
});

describe('what is no valid component', () => {
  it('is refused with its place', () => {
    expect(() => witOf(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))).toThrow(CompileError);
    expect(() => witOf(encodeComponent('(component (import "f" (func (type 0))))'))).toThrow(CompileError);
  });
});
