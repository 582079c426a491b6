import type { Func, Resolve } from '../resolve/model.js';
import { preludeLines } from './attributes.js';
import { listed } from './lines.js';
import { identifier } from './names.js';
import { typeText } from './types.js';

/** A function of an interface or of a resource. */
export function funcLines(resolve: Resolve, func: Func): string[] {
  const { kind, name } = func;
  if (kind.kind === 'constructor')
    return [...preludeLines(func), ...signatureLines(resolve, 'constructor', func)];
  const plainName = kind.kind === 'freestanding' ? name : name.slice(name.indexOf('.') + 1);
  return [...preludeLines(func), ...namedFuncLines(resolve, plainName, func)];
}

/** `name: async func(…) -> …;` */
export function namedFuncLines(resolve: Resolve, name: string, func: Func): string[] {
  const isStatic = func.kind.kind === 'static' ? 'static ' : '';
  return signatureLines(resolve, `${identifier(name)}: ${isStatic}${func.async ? 'async ' : ''}func`, func);
}

function signatureLines(resolve: Resolve, head: string, func: Func): string[] {
  const { kind, params } = func;
  const written = kind.kind === 'method' ? params.slice(1) : params;
  const items = written.map(({ name, type }) => `${identifier(name)}: ${typeText(resolve, type)}`);
  return listed(`${head}(`, items, `)${resultText(resolve, func)};`);
}

/** A constructor says what it returns only when it can fail. */
function resultText(resolve: Resolve, { kind, result }: Func): string {
  if (result === undefined) return '';
  const type = typeof result === 'number' ? resolve.types[result]?.kind : undefined;
  if (kind.kind === 'constructor' && type?.kind === 'own' && type.resource === kind.resource) return '';
  return ` -> ${typeText(resolve, result)}`;
}
