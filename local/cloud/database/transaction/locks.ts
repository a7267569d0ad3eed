/** A document, or a key of a unique index, as one text. */
export type Resource = string;

export function resourceOf(indexId: number, key: Buffer): Resource {
  return `${String(indexId)}:${key.toString('latin1')}`;
}

interface Lock {
  readonly owner: string;
  /** In the order of their arrival. */
  readonly waiting: { resolve(): void; reject(error: Error): void }[];
}

/** Locks that open transactions hold on what they have written. Who waits is resumed by the release; nothing polls. */
export class Locks {
  private readonly locks = new Map<Resource, Lock>();

  ownerOf(resource: Resource): string | undefined {
    return this.locks.get(resource)?.owner;
  }

  acquire(resource: Resource, owner: string): void {
    if (!this.locks.has(resource)) this.locks.set(resource, { owner, waiting: [] });
  }

  /** Resolves when the resource's owner releases it; another may lock it again before the caller runs. */
  async released(resource: Resource): Promise<void> {
    const lock = this.locks.get(resource);
    if (lock === undefined) return;
    await new Promise<void>((resolve, reject) => {
      lock.waiting.push({ resolve, reject });
    });
  }

  releaseAll(owner: string): void {
    for (const [resource, lock] of this.locks) {
      if (lock.owner !== owner) continue;
      this.locks.delete(resource);
      for (const waiter of lock.waiting) waiter.resolve();
    }
  }

  /** Ends all waiting with an error. */
  rejectAll(error: Error): void {
    const locks = [...this.locks.values()];
    this.locks.clear();
    for (const waiter of locks.flatMap(({ waiting }) => waiting)) waiter.reject(error);
  }
}
