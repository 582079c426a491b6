import { customSection } from '../../tests/harness/component-binary.js';

/** A section of a component, from the first byte of its body to the one after its last. */
interface Section {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

const preambleSize = 8;
const coreModuleId = 1;
const componentId = 4;

/** The core modules of a component, and of all that are nested in it, in their order. Nothing is copied. */
export function coreModulesOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  return sectionsOf(bytes).flatMap(({ id, start, end }) => {
    const body = bytes.subarray(start, end);
    if (id === coreModuleId) return [body];
    return id === componentId ? coreModulesOf(body) : [];
  });
}

/**
 * The bytes of a component whose core modules no other one has: each has a custom section at its end, of as many bytes as
 * ever, with a number in it. Engines keep what they compiled, and find it again by its bytes.
 */
export function marked(bytes: Uint8Array, number: number): Uint8Array<ArrayBuffer> {
  const mark = customSection('mark', new Uint8Array(Uint32Array.of(number).buffer));
  const parts = sectionsOf(bytes).flatMap(({ id, start, end }): Uint8Array[] => {
    const body = bytes.subarray(start, end);
    if (id === coreModuleId) return [head(id, body.length + mark.length), body, mark];
    if (id !== componentId) return [head(id, body.length), body];
    const inner = marked(body, number);
    return [head(id, inner.length), inner];
  });
  return Uint8Array.from(Buffer.concat([bytes.subarray(0, preambleSize), ...parts]));
}

/** The size is written in as few bytes as it takes. */
function head(id: number, size: number): Uint8Array {
  const bytes = [id];
  let rest = size;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Uint8Array.of(...bytes, rest);
}

function sectionsOf(bytes: Uint8Array): Section[] {
  const sections: Section[] = [];
  for (let at = preambleSize; at < bytes.length;) {
    const id = bytes[at] ?? 0;
    let [start, size] = [at + 1, 0];
    for (let shift = 0, more = true; more; shift += 7, start++) {
      const byte = bytes[start] ?? 0;
      size += (byte & 0x7f) * 2 ** shift;
      more = byte >= 0x80;
    }
    sections.push({ id, start, end: start + size });
    at = start + size;
  }
  return sections;
}
