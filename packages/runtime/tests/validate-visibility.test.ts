import { describe, expect, it } from '@jest/globals';
import { problemOf } from './validate-text.js';

describe('a type that an export uses', () => {
  it.each([
    ['(record (field "x" u32))', 'record { x: u32 }'],
    ['(variant (case "a") (case "b" string))', 'variant { a, b(string) }'],
    ['(enum "a" "b")', 'enum { a, b }'],
    ['(flags "a" "b")', 'flags { a, b }'],
  ])('has a name if it is %s', (type, text) => {
    expect(problemOf(`(component (type $t ${type}) (type $u (list $t)) (export "u" (type $u)))`)).toBe(
      `external-visibility: the export \`u\` uses \`${text}\`, which is not exported by a name before it`,
    );
    expect(
      problemOf(`(component
        (type $t ${type}) (export $e "t" (type $t))
        (type $u (list $e)) (export "u" (type $u)))`),
    ).toBe('valid');
  });

  it.each(['option', 'list', 'stream', 'future', 'tuple', 'result'])('has none if it is %s', (kind) => {
    expect(problemOf(`(component (type $t (${kind} string)) (export "f" (type $t)))`)).toBe('valid');
  });

  it('is meant by the name that it was exported by', () => {
    const problem =
      'external-visibility: the export `u` uses `record { x: u32 }`, which is not exported by a name before it';
    expect(
      problemOf(`(component
        (type $t (record (field "x" u32))) (export $e "t" (type $t))
        (type $u (list $t)) (export "u" (type $u)))`),
    ).toBe(problem);
  });

  it('can be imported, but what an import uses cannot be exported', () => {
    expect(
      problemOf(`(component
        (type $t (enum "a")) (import "t" (type $i (eq $t)))
        (type $u (option $i)) (export "u" (type $u)))`),
    ).toBe('valid');
    expect(
      problemOf(`(component
        (type $t (enum "a")) (export $e "t" (type $t))
        (import "f" (func (param "x" $e))))`),
    ).toBe(
      'external-visibility: the import `f` uses `enum { a }`, which is not imported by a name before it',
    );
  });

  it('can be one that an imported instance exports, of any depth', () => {
    expect(
      problemOf(`(component
        (import "i" (instance $i
          (export "j" (instance
            (type $t (enum "a")) (export "t" (type (eq $t)))
            (export "r" (type (sub resource)))))))
        (alias export $i "j" (instance $j))
        (alias export $j "t" (type $t))
        (alias export $j "r" (type $r))
        (import "f" (func $f (param "x" $t) (result (own $r))))
        (export "g" (func $f)))`),
    ).toBe('valid');
  });

  it('of values is named too', () => {
    expect(
      problemOf(`(component
        (type $t (tuple (record (field "x" u32))))
        (type $i (instance (alias outer 1 $t (type $t)) (export "f" (func (param "x" $t)))))
        (import "i" (instance (type $i))))`),
    ).toBe(
      'external-visibility: the import `i` uses `record { x: u32 }`, which is not imported by a name before it',
    );
  });
});

describe('a resource', () => {
  it('is meant by the name that it was exported by', () => {
    const exporting = (used: string) => `(component
      (type $r (resource (rep i32)))
      (core func $drop (canon resource.drop $r))
      (export $e "r" (type $r))
      (func $f (param "x" (own ${used})) (canon lift (core func $drop)))
      (export "f" (func $f)))`;
    expect(problemOf(exporting('$e'))).toBe('valid');
    expect(problemOf(exporting('$r'))).toBe(
      'external-visibility: the export `f` uses `own<_>`, which is not exported by a name before it',
    );
  });

  it('keeps its names through an instantiation', () => {
    expect(
      problemOf(`(component
        (component $c
          (import "r" (type $r (sub resource)))
          (export $s "s" (type $r))
          (type $h (own $s))
          (export "h" (type $h)))
        (import "a" (type $a (sub resource)))
        (instance $i (instantiate $c (with "r" (type $a))))
        (export "i" (instance $i)))`),
    ).toBe('valid');
  });

  it('of the component cannot be imported', () => {
    expect(
      problemOf(`(component
        (type $r (resource (rep i32)))
        (import "i" (instance (alias outer 1 $r (type $r)) (export "r" (type (eq $r))))))`),
    ).toBe('external-visibility: an import refers to a resource that the component itself defines');
  });

  it('of the component has to be exported where a component that is exported refers to it', () => {
    const exporting = (before: string) => `(component
      (type $r (resource (rep i32))) ${before}
      (type $c (component (alias outer 1 $r (type $r)) (import "r" (type (eq $r)))))
      (export "c" (type $c)))`;
    expect(problemOf(exporting(''))).toBe(
      'external-visibility: an export refers to a resource of the component that is not itself exported',
    );
    expect(problemOf(exporting('(export "r" (type $r))'))).toBe('valid');
  });
});
