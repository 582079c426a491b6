import {
  StructureKind,
  type ExportDeclarationStructure,
  type FunctionDeclarationStructure,
  type ImportDeclarationStructure,
  type InterfaceDeclarationStructure,
  type StatementStructures,
  type TypeAliasDeclarationStructure,
  type VariableStatementStructure,
} from 'ts-morph';
import { Unfamiliar } from '../layout/unfamiliar.js';
import { classText } from './class-text.js';
import { interfaceMembers } from './interface-text.js';
import { bodyText, docsText, listOf, onlyHas, parameterList, textOf, typeSuffix } from './parts.js';

/**
 * The text of a statement, as ts-morph prints it but for the spaces, which the layout makes: undefined for structures that
 * have anything that is not used here. ts-morph takes longer to print them than all else does.
 */
export function printPlainly(structure: StatementStructures): string | undefined {
  try {
    return statementText(structure);
  } catch (error) {
    if (error instanceof Unfamiliar) return undefined;
    throw error;
  }
}

function statementText(structure: StatementStructures): string {
  switch (structure.kind) {
    case StructureKind.Function:
      return functionText(structure);
    case StructureKind.Class:
      return classText(structure, statementText);
    case StructureKind.Interface:
      return interfaceText(structure);
    case StructureKind.TypeAlias:
      return typeAliasText(structure);
    case StructureKind.VariableStatement:
      return variableText(structure);
    case StructureKind.ImportDeclaration:
      return importText(structure);
    case StructureKind.ExportDeclaration:
      return exportText(structure);
    default:
      throw new Unfamiliar('a structure of another kind');
  }
}

function functionText(structure: FunctionDeclarationStructure): string {
  onlyHas(structure, 'kind isExported name docs parameters returnType statements');
  const { isExported, name = '', docs, parameters, returnType, statements } = structure;
  const head = `${exported(isExported)}function ${name}${parameterList(parameters)}${typeSuffix(returnType)}`;
  return `${docsText(docs)}${head} ${bodyText(statements, statementText)}`;
}

function interfaceText(structure: InterfaceDeclarationStructure): string {
  onlyHas(structure, 'kind isExported name docs extends properties methods constructSignatures');
  const { isExported, name, docs, extends: bases } = structure;
  const base = bases === undefined ? '' : ` extends ${listOf<unknown>(bases).map(textOf).join(', ')}`;
  return `${docsText(docs)}${exported(isExported)}interface ${name}${base} {\n${interfaceMembers(structure)}}`;
}

function typeAliasText(structure: TypeAliasDeclarationStructure): string {
  onlyHas(structure, 'kind isExported name docs type');
  const { isExported, name, docs, type } = structure;
  return `${docsText(docs)}${exported(isExported)}type ${name} = ${textOf(type)};`;
}

function variableText(structure: VariableStatementStructure): string {
  onlyHas(structure, 'kind isExported declarationKind declarations');
  const { isExported, declarationKind = '', declarations } = structure;
  const texts = declarations.map((declaration) => {
    onlyHas(declaration, 'name type initializer');
    const { name, type, initializer } = declaration;
    return `${name}${typeSuffix(type)} = ${textOf(initializer)}`;
  });
  return `${exported(isExported)}${declarationKind} ${texts.join(', ')};`;
}

function importText(structure: ImportDeclarationStructure): string {
  onlyHas(structure, 'kind isTypeOnly moduleSpecifier namedImports');
  const { isTypeOnly, moduleSpecifier, namedImports } = structure;
  const names = listOf(namedImports).map((named) => {
    if (typeof named !== 'object') return textOf(named);
    onlyHas(named, 'name alias isTypeOnly');
    const { name, alias } = named;
    return `${named.isTypeOnly ? 'type ' : ''}${name}${alias === undefined ? '' : ` as ${alias}`}`;
  });
  // What would need an escape is left to ts-morph.
  if (names.length === 0 || !/^[^"\\\p{Cc}]*$/u.test(moduleSpecifier))
    throw new Unfamiliar('an import of another kind');
  return `import ${isTypeOnly ? 'type ' : ''}{ ${names.join(', ')} } from "${moduleSpecifier}";`;
}

function exportText(structure: ExportDeclarationStructure): string {
  onlyHas(structure, 'kind namedExports');
  const names = listOf<unknown>(structure.namedExports).map(textOf);
  if (names.length === 0) throw new Unfamiliar('an export of another kind');
  return `export { ${names.join(', ')} };`;
}

function exported(isExported: boolean | undefined): string {
  return isExported ? 'export ' : '';
}
