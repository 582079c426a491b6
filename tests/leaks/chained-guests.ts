import { Component, Linker, type Instance, type ValType } from '@wit-bindgen-ts/runtime';
import { Token } from '../echo/driver.js';
import { echoComponent } from '../echo/echo-component.js';
import { token, type EchoWorld } from '../echo/echo-world.js';

const text: ValType = { kind: 'string' };
const own: ValType = { kind: 'own', resource: token };
const lent: ValType = { kind: 'list', element: { kind: 'borrow', resource: token } };

const world: EchoWorld = {
  functions: [
    {
      name: 'texts',
      params: [{ name: 'texts', type: { kind: 'list', element: text } }],
      result: { kind: 'result', ok: text, err: text },
    },
    {
      name: 'tokens',
      params: [
        { name: 'given', type: own },
        { name: 'lent', type: lent },
      ],
      result: own,
    },
  ],
  encodings: ['utf8', 'latin1+utf16', 'utf16'],
};

/** The functions that tell how many pieces of its memory each of the guests has in use. */
export const liveNames = ['live0', 'live1', 'live2'];

/**
 * Three guests, each of which calls the next, and the last of them the host: `texts` gives back the first of the texts or,
 * if there is none, an error, and `tokens` the token that is given.
 */
export function openChain(): Instance {
  const texts = ([first]: readonly string[]): string => {
    if (first === undefined) throw new Error('no text');
    return first;
  };
  const tokens = (given: Token): Token => given;
  return new Linker()
    .define({ Token, texts, tokens })
    .instantiatePre(Component.compileSync(echoComponent(world)))
    .instantiateSync();
}
