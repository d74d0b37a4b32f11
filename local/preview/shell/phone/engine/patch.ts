/** Replaces a method of a prototype by one that can call the original. */
export function patch<T extends object, N extends keyof T>(
  prototype: T,
  name: N,
  make: (original: T[N]) => T[N],
): void {
  prototype[name] = make(prototype[name])
}
