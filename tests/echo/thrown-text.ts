import { ComponentError, Trap } from '@wit-bindgen-ts/runtime';

/** The class of an error, its code and message, and its cause. */
export function thrownText(thrown: unknown): string {
  if (thrown instanceof ComponentError) return `ComponentError ${thrown.message}`;
  if (!isError(thrown)) return `no error: ${String(thrown)}`;
  const code = thrown instanceof Trap ? ` [${thrown.code}]` : '';
  const cause = thrown.cause === undefined ? '' : `, because of ${thrownText(thrown.cause)}`;
  return `${thrown.name}${code}: ${thrown.message}${cause}`;
}

/** Also one of another realm, where `instanceof` is false. */
function isError(thrown: unknown): thrown is Error {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;
}
