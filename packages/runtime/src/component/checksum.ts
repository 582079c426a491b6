/**
 * A checksum of 32 bits that tells damage, not forgery: four bytes at a time, as FNV-1a does it with one, so that large
 * core modules cost little.
 */
export function checksum(bytes: Uint8Array): number {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - (bytes.length % 4);
  let hash = 0x811c9dc5 ^ bytes.length;
  for (let at = 0; at < end; at += 4) hash = mixed(hash, words.getInt32(at, true));
  for (let at = end; at < bytes.length; at++) hash = mixed(hash, words.getUint8(at));
  return hash >>> 0;
}

/** The high bits are brought down again: multiplying alone would only ever carry a difference upwards. */
function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x01000193);
  return product ^ (product >>> 15);
}
