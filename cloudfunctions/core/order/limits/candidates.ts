import { hashOf } from '../../platform/ids';

/** So many slots of a limit are looked at beside another read. */
const candidatesAtOnce = 4;

/** Numbers of slots by chance, the same whoever's limit it is, so that they are known before the caller is. */
export function candidateNumbers(kind: string, spread: number, seed: string): readonly number[] {
  const picked = Array.from(
    { length: candidatesAtOnce },
    (_, index) => 1 + numberOf(`${seed}:${kind}:${index}`, spread),
  );
  return [...new Set(picked)];
}

/** A number from 0 below `limit`. */
export function numberOf(seed: string, limit: number): number {
  return Number.parseInt(hashOf(seed).slice(0, 8), 16) % limit;
}
