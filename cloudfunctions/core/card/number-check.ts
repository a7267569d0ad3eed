import type { CardNumberView } from '../../../miniprogram/contracts/card';
import type { Acts } from '../access/act';
import type { Community } from '../place/community';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import { dayText } from '../time/shanghai';

/** That somebody called a number that cards print, and it rang where it should. */
export interface NumberCheck extends Acts {
  /** Of whose number it is: `numberKey`. */
  readonly _id: string;
  readonly communityId: string;
  /** The number that was called: another one is due at once. */
  readonly phone: string;
  readonly checkedAt: Date;
  readonly checkedBy: { readonly personId: string; readonly name: string };
  readonly request: RequestRecord;
}

export const numberChecks = collection<NumberCheck>('numberChecks');

export type CardNumber = Pick<
  CardNumberView,
  'placeId' | 'kind' | 'gridName' | 'phone' | 'holderName' | 'isPostNumber'
>;

/** Each number is called again after half a year. */
const checkIntervalMs = 182 * 24 * 3_600_000;

export function numberKey({ placeId, kind }: Pick<CardNumber, 'placeId' | 'kind'>): string {
  return `${placeId}:${kind}`;
}

/** Every number that cards of a community print. */
export function cardNumbers({ _id, office, duty, grids }: Community): readonly CardNumber[] {
  return [
    { placeId: _id, kind: 'office', gridName: '', phone: office.phone, isPostNumber: true },
    { placeId: _id, kind: 'duty', gridName: '', phone: duty.phone, holderName: duty.name, isPostNumber: true },
    ...grids.map(({ gridId, name, worker, workerPhone }): CardNumber => {
      const phone = workerPhone ?? worker?.phone ?? '';
      const isPostNumber = workerPhone !== undefined;
      return { placeId: gridId, kind: 'worker', gridName: name, phone, isPostNumber, ...named(worker?.name) };
    }),
  ];
}

const named = (holderName: string | undefined) => (holderName === undefined ? {} : { holderName });

/** A number with the day on which it was called last. */
export function numberView(number: CardNumber, check: NumberCheck | undefined, now: Date): CardNumberView {
  if (check?.phone !== number.phone) return { ...number, isDue: true };
  return {
    ...number,
    checkedOn: dayText(check.checkedAt),
    checkedBy: check.checkedBy.name,
    isDue: now.getTime() - check.checkedAt.getTime() > checkIntervalMs,
  };
}
