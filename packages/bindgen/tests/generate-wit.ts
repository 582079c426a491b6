import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { generate, generateInterfaces, type BindgenOptions, type GeneratedFile } from 'wit-bindgen-ts';

/** Generates the code of the only world of a WIT text: the text of each file, by path. */
export async function generateWit(text: string, options: BindgenOptions = {}): Promise<Map<string, string>> {
  const { resolve, package: main, sources } = parseWit(text, { path: 'test.wit', features: 'all' });
  const files = await generate({ ...options, resolve, world: selectWorld(resolve, main), sources });
  return textByPath(files);
}

/** Generates the interfaces of the main package of a WIT text. */
export async function generateInterfacesOf(
  text: string,
  options: BindgenOptions = {},
): Promise<Map<string, string>> {
  const { resolve, package: main, sources } = parseWit(text, { path: 'test.wit', features: 'all' });
  return textByPath(await generateInterfaces({ ...options, resolve, package: main, sources }));
}

function textByPath(files: readonly GeneratedFile[]): Map<string, string> {
  return new Map(files.map((file) => [file.path, file.text]));
}

/** The text of one file of the only world. */
export async function generateFile(text: string, path: string, options?: BindgenOptions): Promise<string> {
  const file = (await generateWit(text, options)).get(path);
  if (file === undefined) throw new Error(`${path} was not generated`);
  return file;
}

/** The declarations of a file: what stands between its imports and the functions that bind it, without code. */
export function declarations(file: string): string {
  const body = withoutCode(file).replace(/^\/\/.*\n+(?:import [^;]*;\n+)*/, '');
  const end = body.indexOf('/** Finds these exports');
  return end === -1 ? body : body.slice(0, end);
}

/** A file without the functions that lift and lower. */
export function withoutCode(file: string): string {
  const rest = file
    .replaceAll(/^export const \w+Lowerings: [^;]*;\n\n?/gm, '')
    .replaceAll(/^(?:export )?function (?:is|load|store|lift|lower)[A-Z]\w*\((?!guest)[^]*?^\}\n\n?/gm, '');
  return `${rest.trimEnd()}\n`;
}
