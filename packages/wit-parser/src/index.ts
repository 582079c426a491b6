/**
 * WIT text to a {@link Resolve}: every name looked up, with diagnostics that show their place.
 *
 * @packageDocumentation
 */
export { toJson } from './json.js';
export type { JsonObject, JsonValue } from './json.js';
export { WitFileError } from './load/file-error.js';
export { loadWit } from './load/load-wit.js';
export { parseWit } from './load/parse-wit.js';
export type { ParseOptions } from './load/parse-wit.js';
export { print } from './print/print.js';
export type { PrintOptions } from './print/print.js';
export { interfaceKey, worldItemSpan } from './resolve/model.js';
export { primitiveTypes, type PrimitiveType } from './syntax/primitive-types.js';
export type {
  Case,
  Field,
  Func,
  FuncKind,
  Interface,
  InterfaceId,
  Label,
  Package,
  PackageId,
  PackageName,
  Param,
  Resolve,
  Stability,
  Type,
  TypeDef,
  TypeDefKind,
  TypeId,
  TypeOwner,
  World,
  WorldId,
  WorldItem,
  WorldKey,
} from './resolve/model.js';
export {
  comparePackageNames,
  formatItemName,
  formatPackageName,
  interfaceFullName,
} from './resolve/package-name.js';
export { resolveWit } from './resolve/resolve-wit.js';
export type { ResolvedWit, ResolveOptions, WitSources } from './resolve/resolve-wit.js';
export { selectWorld, WorldSelectionError } from './resolve/select-world.js';
export { createDiagnostic, WitError } from './source/diagnostic.js';
export { didYouMean } from './source/did-you-mean.js';
export type {
  Diagnostic,
  DiagnosticNote,
  DiagnosticPlace,
  Problem,
  ProblemNote,
} from './source/diagnostic.js';
export { diagnosticCodes, type DiagnosticCode } from './source/diagnostic-codes.js';
export { formatDiagnostic, type FormatOptions } from './source/format-diagnostic.js';
export { printable } from './source/printable.js';
export type { SourceFile, SourceLocation, SourceMap, SourceText } from './source/source-map.js';
export type { Span } from './source/span.js';
