/** Named listeners; one that throws is logged and does not keep the others from hearing. */
export class Emitter<Name extends string> {
  readonly #listeners = new Map<Name, Set<(detail: unknown) => void>>();

  on(name: Name, listener: (detail: unknown) => void): void {
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener));
  }

  /** Without a listener, all of that name are dropped. */
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
