/** Listeners by event name. A listener that throws is logged, and the others are called all the same. */
export class Emitter<Name extends string> {
  readonly #listeners = new Map<Name, Set<(detail: unknown) => void>>();

  on(name: Name, listener: (detail: unknown) => void): void {
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener));
  }

  /** Removes one listener, or all of that name. */
  off(name: Name, listener?: (detail: unknown) => void): void {
    if (listener) this.#listeners.get(name)?.delete(listener);
    else this.#listeners.delete(name);
  }

  emit(name: Name, detail: unknown): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      try {
        listener(detail);
      } catch (error) {
        console.error(error);
      }
    }
  }

  has(name: Name): boolean {
    return (this.#listeners.get(name)?.size ?? 0) > 0;
  }
}
