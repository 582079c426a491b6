import { register } from 'node:module';

/** Lets Node import TypeScript from now on, where it cannot do it by itself: before 22.18. */
export function registerTypeScript(): void {
  register(new URL('./typescript-hooks.js', import.meta.url));
}
