/** A document, or a key of a unique index, as one text. */
export type Resource = string;

export const resourceOf = (indexId: number, key: Buffer): Resource => `${String(indexId)}:${key.toString('latin1')}`;

interface Lock {
  owner: string;
  /** in the order of their arrival */
  waiting: { resolve(): void; reject(error: Error): void }[];
}

/** Locks that open transactions hold on what they have written. Whoever has to wait is called, nobody polls. */
export class Locks {
  readonly #locks = new Map<Resource, Lock>();

  holder(resource: Resource): string | undefined {
    return this.#locks.get(resource)?.owner;
  }

  acquire(resource: Resource, owner: string): void {
    if (!this.#locks.has(resource)) this.#locks.set(resource, { owner, waiting: [] });
  }

  /** Settles when the resource's owner lets go of it; it may then be taken again before the caller comes to run. */
  async released(resource: Resource): Promise<void> {
    const lock = this.#locks.get(resource);
    if (lock === undefined) return;
    await new Promise<void>((resolve, reject) => {
      lock.waiting.push({ resolve, reject });
    });
  }

  releaseAll(owner: string): void {
    for (const [resource, lock] of this.#locks) {
      if (lock.owner !== owner) continue;
      this.#locks.delete(resource);
      for (const waiter of lock.waiting) waiter.resolve();
    }
  }

  /** Ends all waiting with an error. */
  abandon(error: Error): void {
    const locks = [...this.#locks.values()];
    this.#locks.clear();
    for (const waiter of locks.flatMap(({ waiting }) => waiting)) waiter.reject(error);
  }
}
