/** What hosts pass to a linker, looked at where it is passed: TypeScript has told most of them already. */
import { Component } from '../component/component.js';
import { Instance } from '../instantiate/instance.js';
import { InstancePre } from '../instantiate/instance-pre.js';
import { isClass, isObject } from './host-members.js';

/** @throws {TypeError} if this is no name. */
export function checkName(name: unknown): void {
  if (typeof name !== 'string') throw wrongArgument('a name', 'a string', name);
}

/** @throws {TypeError} if this is no function. */
export function checkFunction(name: string, func: unknown): void {
  if (typeof func !== 'function') throw wrongArgument(name, 'a function', func);
}

/** @throws {TypeError} if this is no class. */
export function checkClass(name: string, type: unknown): void {
  if (!isClass(type)) throw wrongArgument(name, 'a class', type);
}

/** @throws {TypeError} if this is no compiled core module. One of another realm is no instance of this realm's class. */
export function checkModule(name: string, module: unknown): void {
  if (Object.prototype.toString.call(module) !== '[object WebAssembly.Module]')
    throw wrongArgument(name, 'a WebAssembly.Module', module);
}

/** @throws {TypeError} if the exports of this cannot be imported. */
export function checkProvider(name: string, provider: unknown): void {
  if (provider instanceof Component || provider instanceof InstancePre || provider instanceof Instance)
    return;
  throw wrongArgument(name, 'a Component, an InstancePre or an Instance', provider);
}

/** @throws {TypeError} if this is no object that can have implementations in it. */
export function checkImportObject(imports: unknown): void {
  if (!isObject(imports)) throw wrongArgument('what is defined', 'an object', imports);
}

/** @throws {TypeError} if this is no component. */
export function checkComponent(component: unknown): void {
  if (!(component instanceof Component)) throw wrongArgument('what is linked', 'a Component', component);
}

function wrongArgument(name: string, expected: string, found: unknown): TypeError {
  return new TypeError(`${name} has to be ${expected}, and is ${describe(found)}`);
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'function') return isClass(value) ? 'a class' : 'a function that is no class';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
