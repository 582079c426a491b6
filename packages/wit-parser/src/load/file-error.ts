const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a folder is needed here, and there is a file',
  EACCES: 'this may not be read',
  EPERM: 'this may not be read',
};

/** Thrown for a file or folder that cannot be read, or that has no WIT in it. Its message names the path. */
export class WitFileError extends Error {
  override readonly name = 'WitFileError';
  /** As it was given, or found in the folder that was given. */
  readonly path: string;
  /** What `node:fs` calls the reason, such as `ENOENT`; none where it could be read. */
  readonly code: string | undefined;

  constructor(path: string, reason: string, cause?: unknown) {
    super(`${path}: ${reason}`, { cause });
    this.path = path;
    this.code = fileErrorCode(cause);
  }
}

/** What to throw for an error of `node:fs`. */
export function unreadable(path: string, error: unknown): WitFileError {
  const reason = reasons[fileErrorCode(error) ?? ''];
  return new WitFileError(path, reason ?? `this cannot be read: ${messageOf(error)}`, error);
}

/** The code of an error of the file system. Errors are told by what they have: some are of another realm. */
export function fileErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function messageOf(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  return String(hasMessage ? error.message : error);
}
