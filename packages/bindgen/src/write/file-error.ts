/** The code of an error of the file system: `ENOENT`. Errors are told by what they have: some are of another realm. */
export function fileErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
