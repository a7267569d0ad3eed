import { done, refuseUntil, type Result } from '../../platform/result';
import { nextDayStart } from '../../time/shanghai';
import { candidateNumbers, numberOf } from './candidates';
import type { DailyLimit } from './daily-limit';

/** So many keys are asked about in one read: each may answer with a document. */
const keysAtOnce = 96;

/** Which of these keys documents hold. One read. */
export type ReadTaken = (keys: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * Slots of each limit by chance, to be looked at beside another read, when the community's own numbers may not be known
 * yet. Few, so that the look stays small however full the day is.
 */
export function candidateSlots(limits: readonly DailyLimit[], seed: string): readonly string[] {
  return limits.flatMap((limit) => candidatesOf(limit, seed));
}

/**
 * One slot of each limit for a first attempt, free as far as is known. Calls of the same moment get different ones, so
 * that nearly all first writes succeed; the unique index says where one does not.
 * @param taken which candidates others hold
 */
export function firstSlots(
  limits: readonly DailyLimit[],
  seed: string,
  taken: ReadonlySet<string> = new Set(),
): readonly string[] {
  return limits.map((limit) => {
    const slots = slotsOf(limit);
    const free = candidatesOf(limit, seed).find((slot) => !taken.has(slot) && slots.includes(slot));
    return free ?? pick(slots, `${seed}:${limit.key}`);
  });
}

function candidatesOf({ key, spread }: DailyLimit, seed: string): readonly string[] {
  return candidateNumbers(kindOf(key), spread, seed).map((number) => `${key}:${number}`);
}

/** What a limit's key begins with: which kind of limit it is, whoever it is of. */
function kindOf(key: string): string {
  return key.split(':')[0] ?? '';
}

/**
 * Free slots of all limits after an attempt met a taken one, or `TOO_MANY` until the day is over. One read, and one
 * more for each further part of a large limit that is full.
 * @param seed differs from attempt to attempt, so that two calls do not meet at the next slot again
 */
export async function findFreeSlots(
  limits: readonly DailyLimit[],
  { seed, at, readTaken }: { readonly seed: string; readonly at: Date; readonly readTaken: ReadTaken },
): Promise<Result<readonly string[]>> {
  const width = Math.floor(keysAtOnce / limits.length);
  const found = new Map<string, string>();
  for (let part = 0; found.size < limits.length; part += 1) {
    const wanted = limits.filter(({ key }) => !found.has(key)).map((limit) => ({ limit, slots: partOf(limit, part) }));
    const full = wanted.find(({ slots }) => slots.length === 0);
    if (full) return refuseUntil(nextDayStart(at), full.limit.field);
    const taken = await readTaken(wanted.flatMap(({ slots }) => slots));
    for (const { limit, slots } of wanted) {
      const free = slots.filter((slot) => !taken.has(slot));
      if (free.length > 0) found.set(limit.key, pick(free, `${seed}:${limit.key}`));
    }
  }
  return done(limits.flatMap(({ key }) => found.get(key) ?? []));

  function partOf(limit: DailyLimit, part: number): readonly string[] {
    return slotsOf(limit).slice(part * width, (part + 1) * width);
  }
}

function slotsOf({ key, limit }: Pick<DailyLimit, 'key' | 'limit'>): readonly string[] {
  return Array.from({ length: limit }, (_, index) => `${key}:${index + 1}`);
}

function pick(slots: readonly string[], seed: string): string {
  return slots[numberOf(seed, slots.length)] ?? '';
}
