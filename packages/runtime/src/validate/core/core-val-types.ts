import type { CoreRefTypeRef, CoreValTypeRef } from '../../binary/core-definitions.js';
import type { CoreAbstractHeapType, CoreValType } from '../../types/core-type.js';

/** A reference type, taken apart. */
export interface CoreRefType {
  readonly nullable: boolean;
  readonly shared: boolean;
  /** An abstract heap type, or the number of a defined one. */
  readonly heap: CoreAbstractHeapType | number;
}

/** The abbreviations of core WebAssembly for references that may be null. */
const abbreviations: ReadonlyMap<CoreAbstractHeapType, string> = new Map([
  ['func', 'funcref'],
  ['nofunc', 'nullfuncref'],
  ['extern', 'externref'],
  ['noextern', 'nullexternref'],
  ['any', 'anyref'],
  ['none', 'nullref'],
  ['eq', 'eqref'],
  ['struct', 'structref'],
  ['array', 'arrayref'],
  ['i31', 'i31ref'],
  ['exn', 'exnref'],
  ['noexn', 'nullexnref'],
  ['cont', 'contref'],
  ['nocont', 'nullcontref'],
]);

const abbreviated: ReadonlyMap<string, CoreAbstractHeapType> = new Map(
  [...abbreviations].map(([heap, text]) => [text, heap]),
);

/** Each abstract heap type with those that it is directly a subtype of. */
const abstractSupertypes: Readonly<Record<CoreAbstractHeapType, readonly CoreAbstractHeapType[]>> = {
  func: [],
  nofunc: ['func'],
  extern: [],
  noextern: ['extern'],
  any: [],
  eq: ['any'],
  i31: ['eq'],
  struct: ['eq'],
  array: ['eq'],
  none: ['i31', 'struct', 'array'],
  exn: [],
  noexn: ['exn'],
  cont: [],
  nocont: ['cont'],
};

/** Whether this is a reference to an abstract heap type that is shared. */
export function isSharedRef(type: CoreValTypeRef | 'i8' | 'i16'): boolean {
  return typeof type !== 'string' && type.shared;
}

/** The one text of a value type. `nameOf` writes the defined type that has an index. */
export function spellValType(type: CoreValTypeRef, nameOf: (index: number) => string): CoreValType {
  if (typeof type === 'string') return type;
  return spellRefType(type, typeof type.heap === 'number' ? nameOf(type.heap) : type.heap);
}

function spellRefType({ heap, nullable, shared }: CoreRefTypeRef, name: string): CoreValType {
  if (nullable && !shared && typeof heap !== 'number') return abbreviations.get(heap) ?? name;
  const inner = shared ? `(shared ${name})` : name;
  return nullable ? `(ref null ${inner})` : `(ref ${inner})`;
}

const reference = /^\(ref (null )?(?:\(shared (\w+)\)|(\w+))\)$/;

/** Takes the text of a reference type apart; `undefined` for numbers and vectors. */
export function refTypeOf(text: CoreValType): CoreRefType | undefined {
  const heap = abbreviated.get(text);
  if (heap !== undefined) return { nullable: true, shared: false, heap };
  const match = reference.exec(text);
  const name = match?.[2] ?? match?.[3];
  if (match === null || name === undefined) return undefined;
  return { nullable: match[1] !== undefined, shared: match[2] !== undefined, heap: heapOf(name) };
}

function heapOf(name: string): CoreAbstractHeapType | number {
  return isAbstract(name) ? name : Number(name);
}

function isAbstract(name: string): name is CoreAbstractHeapType {
  return Object.hasOwn(abstractSupertypes, name);
}

/** Whether one abstract heap type is the other, or below it. */
export function isAbstractSubtype(sub: CoreAbstractHeapType, sup: CoreAbstractHeapType): boolean {
  return sub === sup || abstractSupertypes[sub].some((above) => isAbstractSubtype(above, sup));
}
