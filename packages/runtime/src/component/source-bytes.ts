/** Bytes: a buffer, or a view of one. */
export type ComponentBytes = ArrayBufferLike | ArrayBufferView;

/** Where a component's bytes can come from. */
export type ComponentSource = ComponentBytes | Response | PromiseLike<Response>;

/** @throws {TypeError} if this is not something that holds bytes, or a response that failed. */
export async function sourceBytes(source: ComponentSource): Promise<Uint8Array<ArrayBuffer>> {
  const settled = await source;
  if (!isResponse(settled)) return asBytes(settled);
  if (!settled.ok)
    throw new TypeError(
      `the component could not be fetched: ${settled.status} ${settled.statusText}`.trimEnd(),
    );
  return new Uint8Array(await settled.arrayBuffer());
}

/** The bytes, not copied unless their memory is shared: from that, engines neither decode text nor compile modules. */
export function asBytes(source: ComponentBytes): Uint8Array<ArrayBuffer> {
  if (ArrayBuffer.isView(source)) return viewOf(source.buffer, source.byteOffset, source.byteLength);
  if (hasBrand(source, 'ArrayBuffer') || hasBrand(source, 'SharedArrayBuffer')) return viewOf(source);
  throw new TypeError('a component is compiled from an ArrayBuffer, a typed array or a Response');
}

function viewOf(buffer: ArrayBufferLike, start = 0, length = buffer.byteLength): Uint8Array<ArrayBuffer> {
  return hasBrand(buffer, 'ArrayBuffer')
    ? new Uint8Array(buffer, start, length)
    : new Uint8Array(new Uint8Array(buffer, start, length));
}

interface Buffers {
  readonly ArrayBuffer: ArrayBuffer;
  readonly SharedArrayBuffer: SharedArrayBuffer;
}

/** A buffer of another realm is no instance of this realm's class, and browsers hide the one of shared buffers. */
function hasBrand<Brand extends keyof Buffers>(source: unknown, brand: Brand): source is Buffers[Brand] {
  return Object.prototype.toString.call(source) === `[object ${brand}]`;
}

function isResponse(source: unknown): source is Response {
  return typeof source === 'object' && source !== null && 'arrayBuffer' in source && 'ok' in source;
}
