import { printable } from '@wit-bindgen-ts/wit-parser';
import { fileErrorCode } from '../write/file-error.js';

const fileErrors: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this may not be read or written',
  EPERM: 'this may not be read or written',
  ENOTDIR: 'a folder is needed here, and there is a file',
  EEXIST: 'a folder is needed here, and there is a file',
  EISDIR: 'a file is needed here, and there is a folder',
};

/**
 * What went wrong, in words for whoever ran the command: no stack trace, and nothing that a terminal would obey. Files
 * can have any name.
 */
export function describeError(error: unknown): string {
  return messageOf(error).split('\n').map(printable).join('\n');
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return JSON.stringify(error);
  const known = fileErrors[fileErrorCode(error) ?? ''];
  return known !== undefined && 'path' in error ? `${String(error.path)}: ${known}` : String(error.message);
}
