import { compileErrorAt, type CompileError } from '../../errors/compile-error.js';
import type { ComponentItem, FuncType } from '../../types/item-type.js';
import { describeType } from '../../types/print.js';
import { resourceNameOf, type ResourceName } from '../../types/resource-name.js';
import type { HandleType, ResourceType, ValType } from '../../types/val-type.js';
import type { AnnotatedParts } from '../names/extern-name.js';

/** The resources that are imported, or those that are exported, so far: by label. */
export type NamedResources = ReadonlyMap<string, NamedResource>;

export interface NamedResource {
  readonly resource: ResourceType;
  readonly name: ResourceName;
}

/** An import or export whose name says that it is a constructor, a method or a static function. */
export interface AnnotatedItem {
  readonly kind: 'import' | 'export';
  readonly name: AnnotatedParts & { readonly text: string };
  readonly item: ComponentItem;
  readonly offset: number;
}

/**
 * Checks that the function fits its name.
 *
 * @throws {CompileError} `annotated-name`
 * @see https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#import-and-export-definitions
 */
export function checkAnnotatedName(annotated: AnnotatedItem, resources: NamedResources): void {
  const { name, item } = annotated;
  if (item.kind !== 'func') throw wrong(annotated, 'is not a function');
  if (name.kind === 'constructor') checkConstructor(annotated, item, resources);
  if (name.kind === 'method') checkMethod(annotated, item, resources);
  if (name.kind === 'static') namedResource(annotated, resources);
}

function checkConstructor(annotated: AnnotatedItem, func: FuncType, resources: NamedResources): void {
  if (func.async) throw wrong(annotated, 'is a constructor and cannot be async');
  const made = func.result && ownHandle(func.result);
  if (made === undefined) {
    const { resource } = annotated.name;
    const found = func.result === undefined ? 'nothing' : `\`${describeType(func.result)}\``;
    throw wrong(annotated, `returns ${found}, not \`own<${resource}>\` or a result of it`);
  }
  checkResource(annotated, made, resources, 'returns');
}

/** The handle that is a type itself, or the `ok` of a result. */
function ownHandle(type: ValType): HandleType | undefined {
  const made = type.kind === 'result' ? type.ok : type;
  return made?.kind === 'own' ? made : undefined;
}

function checkMethod(annotated: AnnotatedItem, func: FuncType, resources: NamedResources): void {
  const [self] = func.params;
  if (self?.name !== 'self' || self.type.kind !== 'borrow') {
    const found =
      self === undefined ? 'has no' : `has \`${self.name}: ${describeType(self.type)}\` as its first`;
    throw wrong(annotated, `${found} parameter, not \`self: borrow<${annotated.name.resource}>\``);
  }
  checkResource(annotated, self.type, resources, 'takes');
}

/** Checks that the function is about the resource of its name, and refers to it by that name. */
function checkResource(
  annotated: AnnotatedItem,
  handle: HandleType,
  resources: NamedResources,
  verb: 'takes' | 'returns',
): void {
  const { resource: label } = annotated.name;
  const { resource, name } = namedResource(annotated, resources);
  if (handle.resource !== resource) throw wrong(annotated, `${verb} another resource than \`${label}\``);
  if (resourceNameOf(handle) !== name) throw wrong(annotated, `${verb} \`${label}\` by another of its names`);
}

/** The resource that has the name. A function cannot come before its resource. */
function namedResource(annotated: AnnotatedItem, resources: NamedResources): NamedResource {
  const { resource } = annotated.name;
  const found = resources.get(resource);
  if (found !== undefined) return found;
  throw wrong(annotated, `needs a resource \`${resource}\` that is ${annotated.kind}ed before it`);
}

function wrong({ kind, name, offset }: AnnotatedItem, message: string): CompileError {
  return compileErrorAt('annotated-name', offset, `${kind} \`${name.text}\` ${message}`);
}
