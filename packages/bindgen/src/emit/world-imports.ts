import {
  StructureKind,
  type MethodSignatureStructure,
  type OptionalKind,
  type PropertySignatureStructure,
  type StatementStructures,
} from 'ts-morph';
import type { WorldImport, WorldPlan } from '../plan/model.js';
import { docComments } from './doc-comments.js';
import { classProperty, hasMembers } from './interface-file.js';
import { stringLiteral } from './literals.js';
import { spaced } from './member-spacing.js';
import { methodSignature } from './signatures.js';

/** The type of what a host provides. */
export function importsType({ names, witName, imports }: WorldPlan): StatementStructures {
  const properties = imports.flatMap(importedProperty);
  const methods = imports.flatMap(importedMethod);
  const head = { isExported: true, name: names.imports };
  if (properties.length === 0 && methods.length === 0) {
    const docs = [`The world \`${witName}\` needs nothing of a host.`];
    return { ...head, kind: StructureKind.TypeAlias, docs, type: 'object' };
  }
  return {
    ...head,
    kind: StructureKind.Interface,
    docs: [`What a host provides to the world \`${witName}\`.`],
    properties,
    methods: spaced(methods, properties.at(-1)),
  };
}

/** An interface that offers nothing to call needs no provider. */
function importedProperty(item: WorldImport): OptionalKind<PropertySignatureStructure>[] {
  if (item.kind === 'resource') return [{ ...classProperty(item.type), isReadonly: false }];
  if (item.kind !== 'interface' || !hasMembers(item.plan)) return [];
  return [{ name: stringLiteral(item.key), type: item.local, docs: docComments(item.docs) }];
}

function importedMethod(item: WorldImport): MethodSignatureStructure[] {
  return item.kind === 'func' ? [methodSignature(item.func, 'import')] : [];
}
