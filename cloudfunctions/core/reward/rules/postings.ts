import type { Posting } from '../../passbook/entry';
import type { Redemption } from '../redemption';

type Key = 'hold' | 'collect' | 'release';

/** The posting key of what a redemption does to a book: each once, whatever is repeated. */
export function redemptionKey(redemptionId: string, key: Key): string {
  return `redemption:${redemptionId}:${key}`;
}

/** What all postings of a redemption have in common. `branchName`: as the book has it. */
function postingOf(
  redemption: Redemption,
  key: Key,
  branchName: string,
): Omit<Posting, 'at' | 'cause' | 'points' | 'reversal'> {
  const { _id, communityId, personId, name, goodName, measure, quantity, priceVersion } = redemption;
  return {
    postingKey: redemptionKey(_id, key),
    communityId,
    unit: 'courtyard',
    personId,
    name,
    memberClass: null,
    branchName,
    title: `${goodName} ${quantity} ${measure}`,
    titleBy: null,
    countDelta: 0,
    rule: { id: `price:${redemption.goodId}`, version: priceVersion },
    sourceId: _id,
  };
}

/** Points of the person are held. */
export function holdPosting(redemption: Redemption, branchName: string): Posting {
  const { points, createdAt } = redemption;
  return {
    ...postingOf(redemption, 'hold', branchName),
    at: createdAt,
    cause: 'held',
    points: -points,
    transfer: { from: 'person', to: 'hold', amount: points },
    reversal: null,
  };
}

/** Held points are paid for what was handed over. */
export function collectPosting(redemption: Redemption, branchName: string, at: Date): Posting {
  return {
    ...postingOf(redemption, 'collect', branchName),
    at,
    cause: 'collected',
    points: 0,
    transfer: { from: 'hold', to: 'issuer', amount: redemption.points },
    reversal: null,
  };
}

/** Held points go back to the person; the line names the one that it undoes, and who ended it. */
export function releasePosting(redemption: Redemption, branchName: string, at: Date): Posting {
  const { points, held, createdAt, ended } = redemption;
  return {
    ...postingOf(redemption, 'release', branchName),
    at,
    cause: 'released',
    points,
    transfer: { from: 'hold', to: 'person', amount: points },
    reversal: {
      ofEntryId: held.entryId,
      ofSequence: held.sequence,
      ofAt: createdAt,
      reason: ended?.reason ?? '',
      by: ended?.by?.name ?? '',
      byId: ended?.by?.personId ?? null,
      second: '',
      secondId: null,
    },
  };
}
