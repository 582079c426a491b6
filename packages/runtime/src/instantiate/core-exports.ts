import type { CoreFunction } from '../call/call-context.js';

type CoreValueItem = WebAssembly.ImportValue;

/** @throws {TypeError} if this is no function, which compiling the component has ruled out. */
export function asFunction(value: CoreValueItem): CoreFunction {
  if (typeof value !== 'function') throw new TypeError('a core export should be a function');
  return value as CoreFunction;
}

export function asMemory(value: CoreValueItem): WebAssembly.Memory {
  if (!(value instanceof WebAssembly.Memory)) throw new TypeError('a core export should be a memory');
  return value;
}
