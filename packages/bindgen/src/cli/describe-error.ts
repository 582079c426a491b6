/** What went wrong, in words for whoever ran the command: no stack trace. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && 'path' in error)
    return describeFileError(String(error.code), String(error.path), error);
  return error.message;
}

function describeFileError(code: string, path: string, error: Error): string {
  switch (code) {
    case 'ENOENT':
      return `${path}: there is no such file or folder`;
    case 'EACCES':
    case 'EPERM':
      return `${path}: this may not be read or written`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path}: a folder is needed here, and there is a file`;
    case 'EISDIR':
      return `${path}: a file is needed here, and there is a folder`;
    default:
      return error.message;
  }
}
