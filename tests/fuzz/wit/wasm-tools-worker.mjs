/** Resolves texts with the wasm-tools that jco ships, until one makes it panic: after that it cannot be entered again. */
import { parentPort } from 'node:worker_threads';
import { componentWitMetadataForWorld } from '@bytecodealliance/jco-transpile/wasm-tools';

/** The text is resolved before the world is looked for, so that a text is accepted if only the world is not found. */
const noWorld = 'no-such-world';

parentPort.on('message', async (text) => {
  parentPort.postMessage(await refusal(text));
});

/** Why the text is refused; undefined where it is not. */
async function refusal(val) {
  try {
    await componentWitMetadataForWorld({ tag: 'source', val }, noWorld);
    return undefined;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return { panic: error.message };
    return error.message.startsWith(`World \`${noWorld}\` not found`)
      ? undefined
      : { message: error.message };
  }
}
