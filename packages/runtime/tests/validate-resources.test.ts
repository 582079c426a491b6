import { describe, expect, it } from '@jest/globals';
import { problemOf } from './validate-text.js';

const different = 'resource types are not the same';
const badArgument = (name: string) =>
  `argument-type: what is given for the import \`${name}\` does not fit: ${different}`;

/** Takes two resources that have to be the same. */
const same = `(component $same
  (import "a" (type $a (sub resource)))
  (import "b" (type (eq $a))))`;

describe('resources of instances', () => {
  const exporting = `(component $c (type $r (resource (rep i32))) (export "r" (type $r)))`;

  it('are new with each instantiation', () => {
    const using = (second: string) => `(component ${exporting} ${same}
      (instance $i (instantiate $c))
      (instance $j (instantiate $c))
      (instance (instantiate $same (with "a" (type $i "r")) (with "b" (type ${second} "r")))))`;
    expect(problemOf(using('$i'))).toBe('valid');
    expect(problemOf(using('$j'))).toBe(badArgument('b'));
  });

  it('are those of the argument where the component imports them', () => {
    const passing = `(component $p (import "r" (type $r (sub resource))) (export "s" (type $r)))`;
    const using = (second: string) => `(component ${exporting} ${same} ${passing}
      (instance $i (instantiate $c))
      (instance $j (instantiate $c))
      (instance $k (instantiate $p (with "r" (type $i "r"))))
      (instance (instantiate $same (with "a" (type $k "s")) (with "b" (type ${second} "r")))))`;
    expect(problemOf(using('$i'))).toBe('valid');
    expect(problemOf(using('$j'))).toBe(badArgument('b'));
  });

  it('are others for each import of one type', () => {
    expect(
      problemOf(`(component ${same}
        (type $t (instance (export "r" (type (sub resource)))))
        (import "i" (instance $i (type $t)))
        (import "j" (instance $j (type $t)))
        (instance (instantiate $same (with "a" (type $i "r")) (with "b" (type $j "r")))))`),
    ).toBe(badArgument('b'));
  });

  it('that a component type exports are others for each export of one type', () => {
    const importing = (second: string) => `(component ${same}
      (import "c" (component $c
        (type $t (instance (export "r" (type (sub resource)))))
        (export "i" (instance (type $t)))
        (export "j" (instance (type $t)))))
      (instance $k (instantiate $c))
      (alias export $k "i" (instance $i))
      (alias export $k "j" (instance $j))
      (instance (instantiate $same (with "a" (type $i "r")) (with "b" (type ${second} "r")))))`;
    expect(problemOf(importing('$i'))).toBe('valid');
    expect(problemOf(importing('$j'))).toBe(badArgument('b'));
  });

  it('stay the same in an instance made of what there is', () => {
    expect(
      problemOf(`(component ${exporting} ${same}
        (instance $i (instantiate $c))
        (alias export $i "r" (type $r))
        (instance $bag (export "x" (type $r)) (export "i" (instance $i)))
        (alias export $bag "i" (instance $j))
        (instance (instantiate $same (with "a" (type $bag "x")) (with "b" (type $j "r")))))`),
    ).toBe('valid');
  });
});

describe('a resource that is not the own of a component', () => {
  it.each([
    ['imported', '(import "r" (type $r (sub resource)))'],
    [
      'of an instance',
      `(component $c (type $r (resource (rep i32))) (export "r" (type $r)))
       (instance $i (instantiate $c)) (alias export $i "r" (type $r))`,
    ],
  ])('cannot be made or looked into: one that is %s', (_, resource) => {
    expect(problemOf(`(component ${resource} (core func (canon resource.new $r)))`)).toMatch(
      /^not-a-local-resource: `resource\.new` is only for resources that the component itself defines/,
    );
    expect(problemOf(`(component ${resource} (core func (canon resource.drop $r)))`)).toBe('valid');
  });
});

describe('an outer alias', () => {
  const outer = 'outer-resource: the type of an outer alias refers to a resource outside of the component';

  it('cannot take resources into a component', () => {
    const aliasing = (type: string) => `(component
      (import "r" (type $r (sub resource)))
      (type $t ${type})
      (component (alias outer 1 $t (type))))`;
    expect(problemOf(aliasing('(own $r)'))).toBe(outer);
    expect(problemOf(aliasing('(func (param "x" (list (borrow $r))))'))).toBe(outer);
    expect(
      problemOf(aliasing('(instance (alias outer 1 $r (type $s)) (export "f" (func (result (own $s)))))')),
    ).toBe(outer);
    expect(
      problemOf(
        aliasing('(instance (export "s" (type $s (sub resource))) (export "f" (func (result (own $s)))))'),
      ),
    ).toBe('valid');
    expect(
      problemOf(
        aliasing('(component (import "s" (type $s (sub resource))) (export "f" (func (result (own $s)))))'),
      ),
    ).toBe('valid');
  });

  it('cannot take them there from inside a type either', () => {
    expect(
      problemOf(`(component (import "r" (type $r (sub resource)))
        (component (type (component (type (instance (alias outer 3 $r (type))))))))`),
    ).toBe(outer);
    expect(
      problemOf(`(component (import "r" (type $r (sub resource)))
        (type (component (type (instance (alias outer 2 $r (type)))))))`),
    ).toBe('valid');
  });

  it('leads to a scope that there is', () => {
    expect(problemOf('(component (component (alias outer 2 0 (type))))')).toBe(
      'unknown-scope: an outer alias leads 2 scopes out of its own, which has 1 around it',
    );
    expect(problemOf('(component (component (alias outer 4294967295 0 (type))))')).toBe(
      'unknown-scope: an outer alias leads 4294967295 scopes out of its own, which has 1 around it',
    );
  });
});

describe('an ascribed type', () => {
  it('forgets what it does not name', () => {
    const exporting = (used: string) => `(component
      (import "i" (instance $i (export "f" (func)) (export "g" (func))))
      (export $e "e" (instance $i) (instance (export "f" (func))))
      (alias export $e "${used}" (func)))`;
    expect(problemOf(exporting('f'))).toBe('valid');
    expect(problemOf(exporting('g'))).toBe('unknown-export: instance 1 has no export `g`');
  });

  it('is a supertype of that of the item', () => {
    expect(
      problemOf(
        '(component (import "f" (func $f (param "x" u8))) (export "g" (func $f) (func (param "x" s8))))',
      ),
    ).toBe(
      'ascription: the export `g` is not of the type that it is said to have: function parameter `x`: expected s8, found u8',
    );
  });

  it('cannot declare resources', () => {
    expect(
      problemOf(
        '(component (import "r" (type $r (sub resource))) (export "s" (type $r) (type (sub resource))))',
      ),
    ).toBe(`ascription: the export \`s\` is not of the type that it is said to have: ${different}`);
  });
});
