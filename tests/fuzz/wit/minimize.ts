/** How often an input is tried out at most: it is read by a person, and need not be the smallest there is. */
const mostTries = 3000;

/**
 * Cuts out whatever is not needed for an input to be of a kind: lines first, then tokens.
 *
 * @param split - Cuts a text into pieces.
 */
export async function minimize(
  text: string,
  split: (text: string) => string[],
  isOfKind: (text: string) => boolean | Promise<boolean>,
): Promise<string> {
  let tries = 0;
  let pieces = split(text);
  for (let size = Math.ceil(pieces.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < pieces.length && tries++ < mostTries;) {
      const rest = pieces.toSpliced(at, size);
      if (await isOfKind(rest.join(''))) pieces = rest;
      else at += size;
    }
  }
  return pieces.join('');
}
