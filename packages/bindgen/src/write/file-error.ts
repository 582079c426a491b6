/** What the file system says of a file. Some errors of it do not say which file it was. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly path: string;
  readonly code: string | undefined;

  constructor(path: string, cause: unknown) {
    super(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.path = path;
    this.code = fileErrorCode(cause);
  }
}

/** The code of an error of the file system: `ENOENT`. Errors are told by what they have: some are of another realm. */
export function fileErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
