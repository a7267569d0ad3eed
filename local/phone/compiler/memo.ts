/** Caches what a file was compiled to until the file changes, so that a rebuild compiles only changed files. */
import { readFileSync, statSync } from 'node:fs';

interface Stamp {
  readonly mtimeMs: number;
  readonly size: number;
}

function stampOf(file: string): Stamp | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? { mtimeMs: stat.mtimeMs, size: stat.size } : undefined;
}

/** True for a plain file. */
export function isFile(file: string): boolean {
  return stampOf(file) !== undefined;
}

export function readText(file: string): string {
  return readFileSync(file, 'utf8');
}

interface Entry<T> {
  readonly stamps: ReadonlyMap<string, Stamp | undefined>;
  readonly value: T;
}

/** A cache of values; each is valid while none of the files that it was computed from has changed. */
export class Memo<T> {
  readonly #entries = new Map<string, Entry<T>>();

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    for (const [file, stamp] of entry.stamps) {
      const now = stampOf(file);
      if (now?.mtimeMs !== stamp?.mtimeMs || now?.size !== stamp?.size) return undefined;
    }
    return entry.value;
  }

  set(key: string, value: T, files: readonly string[]): T {
    this.#entries.set(key, { value, stamps: new Map(files.map((file) => [file, stampOf(file)])) });
    return value;
  }

  /** The value of a file, computed from its text unless the file is unchanged. */
  ofFile(file: string, compute: (text: string) => T): T {
    return this.get(file) ?? this.set(file, compute(readText(file)), [file]);
  }
}
