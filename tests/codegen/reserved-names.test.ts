import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { reservedNames } from '../../packages/bindgen/src/plan/names/reserved-names.js';

/** Every name that a module exports, types too. */
function exportsOf(path: string): string[] {
  const program = ts.createProgram([path], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path);
  const symbol = file && checker.getSymbolAtLocation(file);
  return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(({ name }) => name);
}

describe('the table of reserved names', () => {
  it('has all that codegen/v1 exports, since any file may import it', () => {
    const path = fileURLToPath(new URL('../../packages/runtime/src/codegen/v1/index.ts', import.meta.url));
    const exported = exportsOf(path);
    expect(exported).toContain('record');
    expect(exported).toContain('LiftedFunction');
    expect(exported.filter((name) => !reservedNames.runtime.includes(name))).toEqual([]);
  });

  it('has nothing twice', () => {
    for (const names of Object.values(reservedNames)) expect(new Set(names).size).toBe(names.length);
  });
});
