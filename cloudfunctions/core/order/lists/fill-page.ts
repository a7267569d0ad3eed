import { limits } from '../../../../miniprogram/contracts/limits';
import type { ListedOrder } from '../document/order';

/** So many orders are read, and counted, at once. */
export const scanLimit = 99;
/** A page of a list that few of very many orders fit is filled by so many reads at most. */
const maxReads = 5;

interface FillOptions<Found> {
  /** The key behind which the page begins. */
  readonly after: string;
  /** Up to `scanLimit` orders behind a key, in its order. */
  read(after: string): Promise<readonly Found[]>;
  keyOf(order: Found): string;
  fits(order: Found): boolean;
}

export interface FilledPage<Found = ListedOrder> {
  readonly shown: readonly Found[];
  /** The key behind which the list goes on. */
  readonly next?: string;
  /** What the first read found, whether it fits or not, and whether there is no more. */
  readonly firstRead: readonly Found[];
  readonly isAll: boolean;
}

/** A page of those that fit. One read; a few more where hardly any of very many do. */
export async function fillPage<Found = ListedOrder>({
  after,
  read,
  keyOf,
  fits,
}: FillOptions<Found>): Promise<FilledPage<Found>> {
  const firstRead = await read(after);
  let found = firstRead;
  const fitting = found.filter(fits);
  for (let reads = 1; reads < maxReads && isFull(found) && fitting.length <= limits.pageSize; reads += 1) {
    found = await read(endOf(found, keyOf));
    fitting.push(...found.filter(fits));
  }
  const shown = fitting.slice(0, limits.pageSize);
  const isOver = fitting.length > shown.length;
  const next = isOver ? endOf(shown, keyOf) : isFull(found) ? endOf(found, keyOf) : undefined;
  return { shown, ...(next !== undefined && { next }), firstRead, isAll: !isFull(firstRead) };
}

const isFull = (found: readonly unknown[]): boolean => found.length >= scanLimit;

function endOf<Found>(found: readonly Found[], keyOf: FillOptions<Found>['keyOf']): string {
  const last = found.at(-1);
  return last === undefined ? '' : keyOf(last);
}
