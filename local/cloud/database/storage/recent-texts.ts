import type { RecordRow } from './statements';

/** Two bytes a character at the most. */
const maxCharacters = 8 * 1024 * 1024;

/** Documents that were asked for by their id lately, as the file has them; the oldest make room for new ones. */
export class RecentTexts {
  private readonly byKey = new Map<string, RecordRow>();
  private characters = 0;

  get(key: string): RecordRow | undefined {
    return this.byKey.get(key);
  }

  add(key: string, row: RecordRow): void {
    this.forget(key);
    this.byKey.set(key, row);
    this.characters += row.body.length;
    for (const [oldest] of this.byKey) {
      if (this.characters <= maxCharacters) break;
      this.forget(oldest);
    }
  }

  /** What nobody has asked for is not kept: a load writes far more than is read. */
  replace(key: string, row: RecordRow): void {
    if (this.byKey.has(key)) this.add(key, row);
  }

  forget(key: string): void {
    this.characters -= this.byKey.get(key)?.body.length ?? 0;
    this.byKey.delete(key);
  }

  clear(): void {
    this.byKey.clear();
    this.characters = 0;
  }
}
