import {
  StructureKind,
  VariableDeclarationKind,
  type InterfaceDeclarationStructure,
  type StatementStructures,
  type TypeAliasDeclarationStructure,
  type VariableStatementStructure,
} from 'ts-morph';
import type { Described, TypePlan } from '../plan/model.js';
import { classType, instanceType } from './declare-resource.js';
import type { FileCodeText } from './code/file-code.js';
import type { DescriptorText } from './descriptor-text.js';
import { docComments } from './doc-comments.js';
import { stringLiteral } from './literals.js';
import { propertyName } from './property-names.js';
import type { SourceBlock } from './source-file.js';
import { caseText, typeText } from './type-text.js';

/** The types of a file, each with its descriptor right below it, and what lifts and lowers its values. */
export function typeBlocks(
  types: readonly TypePlan[],
  descriptors: DescriptorText,
  code: FileCodeText,
): SourceBlock[] {
  return types.flatMap((type): SourceBlock[] => {
    const descriptor = exportedConst(type.name, descriptors.type(type));
    if (type.kind !== 'resource') return [[declaration(type), descriptor], ...code.type(type)];
    return [[instanceType(type), descriptor], [classType(type)]];
  });
}

export function exportedConst(name: string, initializer: string, type?: string): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [{ name, initializer, ...(type !== undefined && { type }) }],
  };
}

function declaration(type: Exclude<TypePlan, { kind: 'resource' }>): StatementStructures {
  switch (type.kind) {
    case 'record':
      return {
        ...exportedInterface(type),
        properties: type.fields.map((field) => ({
          name: propertyName(field.member),
          type: typeText(field.type, 'lifted'),
          hasQuestionToken: field.optional,
          docs: docComments(field.docs),
        })),
      };
    case 'flags':
      return {
        ...exportedInterface(type),
        properties: type.flags.map((flag) => ({
          name: propertyName(flag.member),
          type: 'boolean',
          hasQuestionToken: true,
          docs: docComments(flag.docs),
        })),
      };
    case 'variant':
      return exportedType(
        type,
        unionText(type.cases, (item) => caseText(item.witName, item.type && typeText(item.type, 'lifted'))),
      );
    case 'enum':
      return exportedType(
        type,
        unionText(type.cases, (item) => stringLiteral(item.witName)),
      );
    case 'alias':
      return exportedType(type, typeText(type.type, 'lifted'));
    case 'resource-alias':
      return exportedType(type, type.target);
  }
}

function exportedInterface({ name, docs }: TypePlan): InterfaceDeclarationStructure {
  return { kind: StructureKind.Interface, isExported: true, name, docs: docComments(docs) };
}

function exportedType({ name, docs }: TypePlan, type: string): TypeAliasDeclarationStructure {
  return { kind: StructureKind.TypeAlias, isExported: true, name, docs: docComments(docs), type };
}

/** A union with the documentation of its cases. */
function unionText<T extends Described>(cases: readonly T[], text: (item: T) => string): string {
  const comments = cases.map((item) => docComments(item.docs).map(blockComment).join(''));
  const onlyFirst = comments.slice(1).every((comment) => comment === '');
  // prettier would move a comment before the first bar to the whole union; a later comment keeps it in place.
  const parts = cases.map((item, i) =>
    onlyFirst ? `| ${comments[i]}${text(item)}` : `${comments[i]}| ${text(item)}`,
  );
  return parts.length === 1 ? parts.join('').replace(/^\| /, '') : `\n${parts.join('\n')}`;
}

function blockComment(text: string): string {
  return text.includes('\n') ? `/**${text.replaceAll('\n', '\n * ')}\n */\n` : `/** ${text} */\n`;
}
