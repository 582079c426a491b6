const units = ['kB', 'MB', 'GB'];

/** A size in few digits: `980 bytes`, `6.1 kB`, `12 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let value = bytes;
  let unit = '';
  for (const next of units) {
    if (value < 999.5) break;
    value /= 1000;
    unit = next;
  }
  return `${value.toFixed(value < 9.95 ? 1 : 0)} ${unit}`;
}
