import { Component, CompileError } from '@wit-bindgen-ts/runtime';
import { encodeComponent } from '../../harness/component-text.js';
import type { ComponentSource } from './directive.js';
import { missingFeature } from './engine-features.js';
import { testedFeatures } from './features.js';
import { Skipped } from './thrown.js';

/** The bytes of a component or a core module, not validated. */
export function bytesOf(source: ComponentSource): Uint8Array<ArrayBuffer> {
  return source.kind === 'binary' ? source.bytes : encodeComponent(source.text);
}

const binaries = new WeakMap<Component, Uint8Array<ArrayBuffer>>();

/** The bytes that a component was compiled from, here. */
export function binaryOf(component: Component): Uint8Array<ArrayBuffer> {
  const bytes = binaries.get(component);
  if (bytes === undefined) throw new Error('this component was compiled elsewhere');
  return bytes;
}

/**
 * Compiles a component.
 *
 * @throws Skipped where the engine refuses a core module because it lacks a feature
 * @throws CompileError where the runtime refuses it
 */
export function compileComponent(source: ComponentSource): Component {
  const bytes = bytesOf(source);
  try {
    const component = Component.compileSync(bytes, { features: testedFeatures });
    binaries.set(component, bytes);
    return component;
  } catch (error) {
    if (error instanceof CompileError) skipForEngine(wordsOfEngine(error));
    throw error;
  }
}

/** Compiles a core module that stands by itself: the engine does all of it. */
export function compileCoreModule(source: ComponentSource): void {
  const bytes = bytesOf(source);
  try {
    new WebAssembly.Module(bytes);
  } catch (error) {
    if (error instanceof Error) skipForEngine([error.message]);
    throw error;
  }
}

function wordsOfEngine({ problems }: CompileError): readonly string[] {
  return problems.filter(({ code }) => code === 'core-module').map(({ message }) => message);
}

function skipForEngine(words: readonly string[]): void {
  for (const each of words) {
    const feature = missingFeature(each);
    if (feature !== undefined) throw new Skipped(`this engine lacks ${feature}`);
  }
}
