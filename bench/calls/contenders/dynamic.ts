import { Component, Linker } from '@wit-bindgen-ts/runtime';
import type { Func, Instance } from '@wit-bindgen-ts/runtime';
import type { Calls, Contender, Counters } from '../calls.js';

/** Our runtime without generated code: `Func.call`. */
export function dynamic(bytes: Uint8Array<ArrayBuffer>): Contender {
  const component = Component.compileSync(bytes);
  return {
    name: 'dynamic',
    link(host) {
      const pre = new Linker().define({ 'bench:calls/host': host }).instantiatePre(component);
      return () => callsOf(pre.instantiateSync());
    },
  };
}

/** Each function has a caller written out, so that none costs what calling all of them from one place does. */
function callsOf(instance: Instance): Calls {
  const values = funcsOf(instance, 'bench:calls/values');
  const callbacks = funcsOf(instance, 'bench:calls/callbacks');
  const addU32 = values('add-u32');
  const addU64 = values('add-u64');
  const echoString = values('echo-string');
  const echoBytes = values('echo-bytes');
  const echoNumbers = values('echo-numbers');
  const echoStrings = values('echo-strings');
  const echoMixed = values('echo-mixed');
  const echoVector = values('echo-vector');
  const echoItems = values('echo-items');
  const echoShape = values('echo-shape');
  const echoShapes = values('echo-shapes');
  const echoOption = values('echo-option');
  const echoResult = values('echo-result');
  const echoTuple = values('echo-tuple');
  const echoPermissions = values('echo-permissions');
  const callAdd = callbacks('call-add');
  const callTake = callbacks('call-take');
  const callGive = callbacks('call-give');
  return {
    values: {
      addU32: (a, b) => addU32.call(a, b) as ResultOf<'addU32'>,
      addU64: (a, b) => addU64.call(a, b) as ResultOf<'addU64'>,
      echoString: (value) => echoString.call(value) as ResultOf<'echoString'>,
      echoBytes: (value) => echoBytes.call(value) as ResultOf<'echoBytes'>,
      echoNumbers: (value) => echoNumbers.call(value) as ResultOf<'echoNumbers'>,
      echoStrings: (value) => echoStrings.call(value) as ResultOf<'echoStrings'>,
      echoMixed: (value) => echoMixed.call(value) as ResultOf<'echoMixed'>,
      echoVector: (value) => echoVector.call(value) as ResultOf<'echoVector'>,
      echoItems: (value) => echoItems.call(value) as ResultOf<'echoItems'>,
      echoShape: (value) => echoShape.call(value) as ResultOf<'echoShape'>,
      echoShapes: (value) => echoShapes.call(value) as ResultOf<'echoShapes'>,
      echoOption: (value) => echoOption.call(value) as ResultOf<'echoOption'>,
      echoResult: (value) => echoResult.call(value) as ResultOf<'echoResult'>,
      echoTuple: (value) => echoTuple.call(value) as ResultOf<'echoTuple'>,
      echoPermissions: (value) => echoPermissions.call(value) as ResultOf<'echoPermissions'>,
    },
    callbacks: {
      callAdd: (times) => callAdd.call(times) as number,
      callTake: (times) => void callTake.call(times),
      callGive: (times) => callGive.call(times) as number,
    },
    counters: instance.exports['bench:calls/counters'] as Counters,
  };
}

type ResultOf<Name extends keyof Calls['values']> = ReturnType<Calls['values'][Name]>;

function funcsOf(instance: Instance, interfaceName: string): (name: string) => Func {
  const parent = instance.getExportIndex(interfaceName);
  return (name) => {
    const index = instance.getExportIndex(name, parent);
    const func = index && instance.getFunc(index);
    if (func === undefined) throw new Error(`${interfaceName} has no ${name}`);
    return func;
  };
}
