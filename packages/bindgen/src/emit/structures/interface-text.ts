import type {
  ConstructSignatureDeclarationStructure,
  InterfaceDeclarationStructure,
  MethodSignatureStructure,
  OptionalKind,
  PropertySignatureStructure,
} from 'ts-morph';
import { Unfamiliar } from '../layout/unfamiliar.js';
import { blankLine } from '../member-spacing.js';
import { docsText, listOf, onlyHas, parameterList, typeSuffix } from './parts.js';

type Members = Pick<InterfaceDeclarationStructure, 'constructSignatures' | 'properties' | 'methods'>;

/** The members of an interface or an object type, each with its comments. */
export function interfaceMembers({ constructSignatures, properties, methods }: Members): string {
  return [
    ...listOf(constructSignatures).map(constructText),
    ...listOf(properties).map(propertyText),
    ...listOf(methods).map(methodText),
  ].join('');
}

function constructText(structure: OptionalKind<ConstructSignatureDeclarationStructure>): string {
  onlyHas(structure, 'kind docs parameters returnType');
  const { docs, parameters, returnType } = structure;
  return `${docsText(docs)}new${parameterList(parameters)}${typeSuffix(returnType)};\n`;
}

function propertyText(structure: OptionalKind<PropertySignatureStructure>): string {
  onlyHas(structure, 'kind docs isReadonly name hasQuestionToken type');
  const { docs, isReadonly, name, hasQuestionToken, type } = structure;
  return `${docsText(docs)}${isReadonly ? 'readonly ' : ''}${name}${hasQuestionToken ? '?' : ''}${typeSuffix(type)};\n`;
}

function methodText(structure: OptionalKind<MethodSignatureStructure>): string {
  onlyHas(structure, 'kind leadingTrivia docs name parameters returnType');
  const { leadingTrivia, docs, name, parameters, returnType } = structure;
  if (leadingTrivia !== undefined && leadingTrivia !== blankLine)
    throw new Unfamiliar('something before a member');
  const apart = leadingTrivia === undefined ? '' : '\n';
  return `${apart}${docsText(docs)}${name}${parameterList(parameters)}${typeSuffix(returnType)};\n`;
}
