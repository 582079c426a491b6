/** What `inspect` finds out about a component. As data, this is what `--format json` prints: keep the names. */
import type { FeatureName } from '@wit-bindgen-ts/runtime/structure';
import type { Omission } from '../decode/omission.js';

export interface Inspection {
  readonly kind: 'component' | 'wit-package';
  /** The size of the binary. */
  readonly bytes: number;
  /** What made it, as it says itself: `wit-component 0.258.0`. */
  readonly producers: readonly string[];
  /** The WIT of all packages. */
  readonly wit: string;
  /** What is not in the WIT. */
  readonly omissions: readonly Omission[];
  readonly imports: readonly Extern[];
  readonly exports: readonly Extern[];
  readonly wasi: readonly WasiPackage[];
  readonly features: readonly UsedFeature[];
  /** How many lifted and lowered functions have each encoding, those without strings included. */
  readonly stringEncodings: Readonly<Record<string, number>>;
  readonly structure: ComponentPart;
}

export type ExternKind =
  'interface' | 'function' | 'type' | 'resource' | 'core module' | 'component' | 'value';

export interface Extern {
  readonly name: string;
  readonly kind: ExternKind;
  /** The interface that one with a plain name is like. */
  readonly implements?: string;
  /** How many functions an interface has. */
  readonly functions?: number;
}

export interface WasiPackage {
  /** `wasi:cli` */
  readonly package: string;
  readonly version: string | null;
  readonly interfaces: readonly string[];
}

export interface UsedFeature {
  readonly name: FeatureName;
  /** Whether the runtime has it on if nothing else is said. */
  readonly onByDefault: boolean;
}

export type Part = ComponentPart | CoreModulePart;

interface AnyPart {
  readonly name: string | null;
  /** From the start of the binary. */
  readonly offset: number;
  readonly bytes: number;
  readonly imports: number;
  readonly exports: number;
}

export interface CoreModulePart extends AnyPart {
  readonly kind: 'core-module';
}

export interface ComponentPart extends AnyPart {
  readonly kind: 'component';
  /** Nested components and core modules, in their order. */
  readonly parts: readonly Part[];
}
