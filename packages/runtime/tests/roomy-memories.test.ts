/** Memories that reach past what fits 31 or 32 bits, and those with addresses of 64 bits. */
import { describe, expect, it } from '@jest/globals';
import { Component, LinkError, Linker } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../../tests/harness/component-text.js';
import type { StringEncoding } from '../src/abi/context.js';
import { thrownBy } from './components.js';
import { passedThrough, passedTypes, type GuestMemory } from './roomy-guests.js';

const encodings: readonly StringEncoding[] = ['utf8', 'utf16', 'latin1+utf16'];
const gibibyte = 2 ** 30;
const page = 65536;

/** A module with nothing but a memory of 64-bit addresses. */
const memory64 = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 5, 3, 1, 4, 0);
const hasMemory64 = WebAssembly.validate(memory64);

/** Nearly all of it is never touched, so that it takes room only where a system counts on the worst. */
function canHave(bytes: number): boolean {
  try {
    return new WebAssembly.Memory({ initial: bytes / page }).buffer.byteLength === bytes;
  } catch {
    return false;
  }
}

describeWhere(canHave(3 * gibibyte), 'a memory that grows past 2 GiB', 'no memory is as large here', () => {
  const highUp: GuestMemory = { address: 'i32', start: 2.5 * gibibyte };
  echoes((encoding) => [{ ...highUp, encoding }]);
});

const small = { address: 'i64', start: 1024 } as const;

describeWhere(hasMemory64, 'a memory with addresses of 64 bits', 'this engine lacks memory64', () => {
  echoes((encoding) => [{ ...small, encoding }]);
});

describeWhere(
  hasMemory64,
  'memories with addresses of 64 and of 32 bits',
  'this engine lacks memory64',
  () => {
    const narrow = { ...small, address: 'i32' } as const;
    echoes((encoding) => [small, { ...narrow, encoding }, { ...small, encoding: 'utf16' }]);
  },
);

describeWhere(
  hasMemory64 && canHave(4 * gibibyte),
  'a memory that grows past 4 GiB',
  'this engine lacks memory64, or there is no room',
  () => {
    echoes((encoding) => [{ address: 'i64', start: 4.25 * gibibyte, encoding }]);
  },
);

it('addresses of 64 bits are refused when a component is linked, if the engine lacks them', () => {
  const text = `(component
    (import "m" (core module $M (export "mem" (memory i64 1)) (export "f" (func (result i64)))))
    (core instance $i (instantiate $M))
    (func (export "f") (result string) (canon lift (core func $i "f") (memory (core memory $i "mem")))))`;
  const component = Component.compileSync(encodeComponent(text), { features: { memory64: true } });
  const thrown = thrownBy(() => new Linker().instantiatePre(component));
  const problems = thrown instanceof LinkError ? thrown.problems : [];
  const lacking = {
    code: 'unsupported-memory64',
    where: 'export f',
    message: 'this engine has no memories of 64 bits',
  };
  expect(problems.filter(({ code }) => code !== 'import-missing')).toEqual(hasMemory64 ? [] : [lacking]);
});

function echoes(guests: (encoding: StringEncoding) => readonly GuestMemory[]): void {
  describe.each(encodings)('with strings in %s', (encoding) => {
    it.each(passedTypes)('passes values on: $type', (passed) => {
      expect(passedThrough(guests(encoding), passed)).toEqual(passed.value);
    });
  });
}

function describeWhere(possible: boolean, what: string, reason: string, tests: () => void): void {
  describe(what, () => {
    if (possible) tests();
    else it.skip(`is not possible: ${reason}`, () => undefined);
  });
}
