import type {
  ClassDeclarationStructure,
  ConstructorDeclarationStructure,
  MethodDeclarationStructure,
  OptionalKind,
  PropertyDeclarationStructure,
  StatementStructures,
} from 'ts-morph';
import { bodyText, docsText, listOf, onlyHas, parameterList, textOf, typeSuffix } from './parts.js';

type Print = (statement: StatementStructures) => string;

/** A class, with a blank line before each of its methods. */
export function classText(structure: ClassDeclarationStructure, print: Print): string {
  onlyHas(structure, 'kind isExported name docs extends implements properties ctors methods');
  const { isExported, name = '', docs, properties, ctors, methods } = structure;
  const head = `${isExported ? 'export ' : ''}class ${name}${heritageText(structure)}`;
  const members = [
    listOf(properties).map(propertyText).join('\n'),
    ...listOf(ctors).map((one) => constructorText(one, print)),
    ...listOf(methods).map((one) => methodText(one, print)),
  ];
  return `${docsText(docs)}${head} {\n${members.filter((member) => member !== '').join('\n\n')}\n}`;
}

function heritageText({ extends: base, implements: types }: ClassDeclarationStructure): string {
  const extended = base === undefined ? '' : ` extends ${textOf(base)}`;
  return types === undefined
    ? extended
    : `${extended} implements ${listOf<unknown>(types).map(textOf).join(', ')}`;
}

function propertyText(structure: OptionalKind<PropertyDeclarationStructure>): string {
  onlyHas(structure, 'kind docs isStatic isReadonly name type initializer');
  const { docs, isStatic, isReadonly, name, type, initializer } = structure;
  const value = initializer === undefined ? '' : ` = ${textOf(initializer)}`;
  return `${docsText(docs)}${isStatic ? 'static ' : ''}${isReadonly ? 'readonly ' : ''}${name}${typeSuffix(type)}${value};`;
}

function constructorText(structure: OptionalKind<ConstructorDeclarationStructure>, print: Print): string {
  onlyHas(structure, 'docs parameters statements');
  const { docs, parameters, statements } = structure;
  return `${docsText(docs)}constructor${parameterList(parameters)} ${bodyText(statements, print)}`;
}

function methodText(structure: OptionalKind<MethodDeclarationStructure>, print: Print): string {
  onlyHas(structure, 'kind docs isStatic hasOverrideKeyword isAsync name parameters returnType statements');
  const { docs, isStatic, hasOverrideKeyword, isAsync, name, parameters, returnType, statements } = structure;
  const words = [isStatic && 'static ', hasOverrideKeyword && 'override ', isAsync && 'async '];
  const head = words.filter((word) => word !== false && word !== undefined).join('');
  const signature = `${name}${parameterList(parameters)}${typeSuffix(returnType)}`;
  return `${docsText(docs)}${head}${signature} ${bodyText(statements, print)}`;
}
