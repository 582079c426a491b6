/** Thrown for a config file that cannot be found or loaded, or that says what it cannot. Its message names the file. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(path: string, problem: string, cause?: unknown) {
    super(`${path}: ${problem}`, { cause });
  }
}
