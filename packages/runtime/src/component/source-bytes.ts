/** Bytes: a buffer, or a view of one. */
export type ComponentBytes = ArrayBufferLike | ArrayBufferView;

/** Where a component's bytes can come from. */
export type ComponentSource = ComponentBytes | Response | PromiseLike<Response>;

/** @throws {TypeError} if this is not something that holds bytes, or a response that failed. */
export async function sourceBytes(source: ComponentSource): Promise<Uint8Array> {
  const settled = await source;
  if (!isResponse(settled)) return asBytes(settled);
  if (!settled.ok)
    throw new TypeError(`the component was not found: ${settled.status} ${settled.statusText}`.trimEnd());
  return new Uint8Array(await settled.arrayBuffer());
}

/** A view of the bytes, not copied. */
export function asBytes(source: ComponentBytes): Uint8Array {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (isBuffer(source)) return new Uint8Array(source);
  throw new TypeError('a component is compiled from an ArrayBuffer, a typed array or a Response');
}

/** By brand, since a buffer of another realm is no instance of this realm's class. */
function isBuffer(source: unknown): source is ArrayBufferLike {
  return /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(source));
}

function isResponse(source: object): source is Response {
  return 'arrayBuffer' in source && 'ok' in source;
}
