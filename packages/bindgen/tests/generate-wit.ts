import { parseWit, selectWorld } from '@wit-bindgen-ts/wit-parser';
import { generate } from 'wit-bindgen-ts';

/** Generates the code of the only world of a WIT text: the text of each file, by path. */
export async function generateWit(
  text: string,
  features: readonly string[] | 'all' = 'all',
): Promise<Map<string, string>> {
  const { resolve, package: main, sources } = parseWit(text, { path: 'test.wit', features });
  const files = await generate({ resolve, world: selectWorld(resolve, main), sources });
  return new Map(files.map((file) => [file.path, file.text]));
}

/** The text of one file of the only world. */
export async function generateFile(text: string, path: string): Promise<string> {
  const file = (await generateWit(text)).get(path);
  if (file === undefined) throw new Error(`${path} was not generated`);
  return file;
}

/** The declarations of a file: what stands between its imports and the functions that bind it. */
export function declarations(file: string): string {
  const body = file.replace(/^\/\/.*\n+(?:import [^;]*;\n+)*/, '');
  const end = body.indexOf('/** Finds these exports');
  return end === -1 ? body : body.slice(0, end);
}
