import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * A repeatable random stream. Each part of the demo data draws from its own stream, named by what it makes,
 * so that adding a household moves no order.
 */
export class SeededRandom {
  private readonly source: RandomGenerator;

  constructor(private readonly name: string) {
    this.source = xoroshiro128plus(createHash('sha256').update(name).digest().readInt32BE(0));
  }

  /** A stream of its own for a part. */
  stream(part: string): SeededRandom {
    return new SeededRandom(`${this.name}/${part}`);
  }

  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return uniformInt(this.source, least, most);
  }

  /** True in `percent` of a hundred cases. */
  percent(percent: number): boolean {
    return this.integer(1, 100) <= percent;
  }

  /** @throws when there is nothing to choose from */
  pick<T>(from: readonly T[]): T {
    const found = from[this.integer(0, Math.max(0, from.length - 1))];
    if (found === undefined) throw new Error(`nothing to choose from in ${this.name}`);
    return found;
  }

  /** Some of them, in a new order; all when `count` is as large as the list. */
  sample<T>(from: readonly T[], count: number): T[] {
    const left = [...from];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(this.integer(0, left.length - 1), 1));
    return taken;
  }

  /** One by weight: `[['solved', 80], ['unrated', 15], …]`. */
  pickWeighted<T>(from: readonly (readonly [T, number])[]): T {
    let left = this.integer(
      1,
      from.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [value, weight] of from) {
      left -= weight;
      if (left <= 0) return value;
    }
    throw new Error(`no weights in ${this.name}`);
  }
}
