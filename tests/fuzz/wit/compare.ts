import { parseWit, WitError } from '@wit-bindgen-ts/wit-parser';
import type { DiagnosticCode } from '@wit-bindgen-ts/wit-parser';
import type { WitCase } from './corpus.js';
import { knownDifferences } from './known-differences.js';
import { minimize } from './minimize.js';
import { tokensOf } from './mutate-tokens.js';
import { makeMutant } from './mutations.js';
import { WasmTools } from './wasm-tools.js';
import type { Verdict } from './wasm-tools.js';

/** What this parser says: the code and the message of the first diagnostic, or nothing of either. */
export interface OurVerdict {
  readonly kind: 'resolved' | 'refused';
  readonly code?: DiagnosticCode;
  readonly message?: string;
}

/** A text that one resolves and the other refuses. */
export interface Disagreement {
  readonly number: number;
  readonly text: string;
  readonly ours: OurVerdict;
  readonly theirs: Verdict;
}

export interface CompareOptions {
  readonly corpus: readonly WitCase[];
  readonly seed: number;
  readonly count: number;
}

export interface Comparison {
  readonly resolved: number;
  readonly refused: number;
  readonly panicked: number;
  readonly known: number;
  /** Of each kind, the smallest that was found, made smaller still. */
  readonly disagreements: readonly Disagreement[];
}

/** Gives each mutant that is one text to wasm-tools too. */
export async function compare({ corpus, seed, count }: CompareOptions): Promise<Comparison> {
  const wasmTools = new WasmTools();
  const counts = { resolved: 0, refused: 0, panicked: 0, known: 0 };
  const smallest = new Map<string, Disagreement>();
  for (let number = 0; number < count; number++) {
    const { of, file, encoding } = makeMutant(corpus, seed, number);
    if (of.files.length > 1) continue;
    const text = Buffer.from(file.text, encoding).toString();
    const [ours, theirs] = [ourVerdict(text), await wasmTools.resolve(text)];
    const disagreement = { number, text, ours, theirs };
    if (theirs.kind === 'panicked' || ours.kind === theirs.kind) counts[theirs.kind]++;
    else if (isKnown(disagreement)) counts.known++;
    else {
      const kind = kindOf(disagreement);
      if (text.length < (smallest.get(kind)?.text.length ?? Infinity)) smallest.set(kind, disagreement);
    }
  }
  const disagreements: Disagreement[] = [];
  for (const each of smallest.values()) disagreements.push(await minimizeDisagreement(each, wasmTools));
  await wasmTools.end();
  return { ...counts, disagreements };
}

function ourVerdict(text: string): OurVerdict {
  try {
    parseWit(text);
    return { kind: 'resolved' };
  } catch (error) {
    if (!(error instanceof WitError)) throw error;
    const [first] = error.diagnostics;
    return { kind: 'refused', ...(first !== undefined && { code: first.code, message: first.message }) };
  }
}

function isKnown(disagreement: Disagreement): boolean {
  return knownDifferences.some(({ matches }) => matches(disagreement));
}

/** The message without names and numbers. */
function kindOf({ ours, theirs }: Disagreement): string {
  const message = theirs.kind === 'refused' ? theirs.message : `${ours.code ?? ''}: ${ours.message ?? ''}`;
  return message.replace(/`[^`]*`|'[^']*'|\d+/g, '…').slice(0, 80);
}

async function minimizeDisagreement(disagreement: Disagreement, wasmTools: WasmTools): Promise<Disagreement> {
  const { number } = disagreement;
  const at = async (text: string) => ({
    number,
    text,
    ours: ourVerdict(text),
    theirs: await wasmTools.resolve(text),
  });
  const isAlike = async (text: string) => {
    const other = await at(text);
    return other.ours.kind !== other.theirs.kind && kindOf(other) === kindOf(disagreement);
  };
  const linesLeft = await minimize(disagreement.text, (text) => text.split(/(?<=\n)/), isAlike);
  return at(await minimize(linesLeft, tokensOf, isAlike));
}
