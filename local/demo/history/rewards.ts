import type { Posting } from '../../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import { derivedId, hashOf, timeKey } from '../../../cloudfunctions/core/platform/ids';
import { priceOf, type Good } from '../../../cloudfunctions/core/reward/good';
import { rewardPolicyOf } from '../../../cloudfunctions/core/reward/community-policy';
import { codeOf } from '../../../cloudfunctions/core/reward/rules/code';
import { allowanceIdOf, type Allowance, type Redemption } from '../../../cloudfunctions/core/reward/redemption';
import { collectPosting, holdPosting, redemptionKey } from '../../../cloudfunctions/core/reward/rules/postings';
import {
  endEvent,
  evolveRedemption,
  expiryOf,
  redeemFault,
} from '../../../cloudfunctions/core/reward/rules/redemption';
import { issuedBy } from '../../../cloudfunctions/core/reward/rules/sheet';
import { evolveStock, type StockEvent } from '../../../cloudfunctions/core/reward/rules/stock';
import { pointSheetIdOf } from '../../../cloudfunctions/core/reward/sheet/point-sheet';
import { stockLineIdOf, type StockLine } from '../../../cloudfunctions/core/reward/stock-line';
import { monthText } from '../../../cloudfunctions/core/time/shanghai';
import { put, type Documents } from '../community-documents';
import { makeCatalogue, monthlyDelivery, setByCommunity } from './catalogue';
import { withStream, type SimulationContext } from './simulation-context';
import { after, dayMs, hourMs } from './time';

export interface RewardHistory {
  readonly documents: Documents;
  readonly postings: readonly Posting[];
}

export const noRewards: RewardHistory = { documents: new Map(), postings: [] };

/** What a head could spend, day by day. */
type Account = { balance: number; sequence: number; readonly name: string; readonly branchName: string };

/**
 * Half a year of redemptions where courtyard heads earn: once a month things come, and heads with points put one aside,
 * by the product's own rules. The newest ones still wait to be collected.
 */
export function simulateRewards(
  context: SimulationContext,
  books: ReadonlyMap<string, Passbook>,
  earned: readonly Posting[],
): RewardHistory {
  const isRewarded = context.community.people.posts.some(({ hat }) => hat === 'courtyardHead');
  if (!isRewarded) return noRewards;
  const simulation = new RewardSimulation(withStream(context, 'rewards'), books);
  const own = earned.filter(({ unit }) => unit === 'courtyard');
  const days = Array.from({ length: monthsBack }, (_, index) =>
    after(context.now, -(index * 30 + 2) * dayMs),
  ).reverse();
  let from = 0;
  const sorted = [...own].sort((one, other) => one.at.getTime() - other.at.getTime());
  for (const day of days) {
    const until = sorted.findIndex(({ at }) => at > day);
    for (const posting of sorted.slice(from, until < 0 ? undefined : until)) simulation.earn(posting);
    from = until < 0 ? sorted.length : until;
    simulation.redeemingDay(day);
  }
  return simulation.history(own);
}

const monthsBack = 6;

class RewardSimulation {
  private readonly accounts = new Map<string, Account>();
  private goods: Good[];
  private readonly lines: StockLine[] = [];
  private readonly redemptions: Redemption[] = [];
  private readonly postings: Posting[] = [];

  constructor(
    private readonly context: SimulationContext,
    books: ReadonlyMap<string, Passbook>,
  ) {
    const { community, now } = context;
    this.goods = makeCatalogue(community.document, after(now, -monthsBack * 31 * dayMs));
    for (const { unit, personId, name, branchName, balance, sequence } of books.values())
      if (unit === 'courtyard') this.accounts.set(personId, { name, branchName, balance, sequence });
  }

  earn({ personId, name, branchName, points }: Posting): void {
    const account = this.accounts.get(personId) ?? { name, branchName, balance: 0, sequence: 0 };
    this.accounts.set(personId, { ...account, balance: account.balance + points, sequence: account.sequence + 1 });
  }

  /** Things come in the morning, and heads put aside what they can pay; most of it is handed over a day later. */
  redeemingDay(day: Date): void {
    const { random } = this.context;
    this.goods.forEach((good) => this.receive(good, day));
    const { all: people } = this.context.community.people;
    for (const personId of [...this.accounts.keys()]) {
      const isKnown = people.find((one) => one.personId === personId)?.openid === 'head-shi';
      const good = isKnown ? this.goods[0] : random.pick(this.goods);
      if (good && (isKnown || random.percent(60))) this.redeem(personId, good._id, day);
    }
  }

  private receive(good: Good, day: Date): void {
    const came = { kind: 'received', ...monthlyDelivery(good) } as const;
    const after = this.move(good._id, came, day);
    const number = after.lines + 1;
    this.replace({ ...after, lines: number });
    this.lines.push({
      ...came,
      _id: stockLineIdOf(good._id, number),
      communityId: good.communityId,
      goodId: good._id,
      number,
      onHand: after.onHand,
      at: day,
      by: setByCommunity(this.context.community.document),
      second: null,
      reason: null,
    });
  }

  private move(goodId: string, event: StockEvent, at: Date): Good {
    const before = this.goodOf(goodId);
    const moved = { ...before, ...evolveStock(before, event, monthText(at)) };
    this.replace(moved);
    return moved;
  }

  private replace(good: Good): void {
    this.goods = this.goods.map((one) => (one._id === good._id ? good : one));
  }

  private goodOf(goodId: string): Good {
    const good = this.goods.find(({ _id }) => _id === goodId);
    if (!good) throw new Error(`no ${goodId}`);
    return good;
  }

  private redeem(personId: string, goodId: string, day: Date): void {
    const account = this.accounts.get(personId);
    if (!account) return;
    const good = this.goodOf(goodId);
    const at = after(day, (1 + (this.redemptions.length % 300)) * 60_000);
    const taken = this.redemptions
      .filter((one) => one.personId === personId && one.goodId === goodId && one.month === monthText(at))
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const { version: priceVersion } = priceOf(good);
    if (redeemFault({ good, quantity: 1, priceVersion, book: account, taken, isOffered: false })) return;
    const made = this.voucher(personId, account, good, at);
    this.move(goodId, { kind: 'reserved', quantity: 1 }, at);
    this.post(holdPosting(made, account.branchName));
    this.redemptions.push(this.collected(made, account.branchName, after(at, 20 * hourMs)));
  }

  private voucher(personId: string, { name, sequence }: Account, good: Good, at: Date): Redemption {
    const { document: community } = this.context.community;
    const _id = derivedId('v', good._id, personId, at.toISOString());
    const expiresAt = expiryOf(at, rewardPolicyOf(community));
    const price = priceOf(good);
    return {
      _id,
      communityId: community._id,
      personId,
      name,
      goodId: good._id,
      goodName: good.name,
      measure: good.measure,
      picture: good.picture,
      quantity: 1,
      points: price.points,
      priceVersion: price.version,
      month: monthText(at),
      state: 'held',
      code: codeOf(hashOf(_id)),
      createdAt: at,
      createdKey: timeKey(at, _id),
      expiresAt,
      dueKey: timeKey(expiresAt, _id),
      held: { entryId: redemptionKey(_id, 'hold'), sequence: sequence + 1 },
      ended: null,
      updatedAt: at,
      requests: [],
    };
  }

  /** Staff handed it over; not what was put aside in these days. */
  private collected(made: Redemption, branchName: string, at: Date): Redemption {
    const { document: community } = this.context.community;
    const isRecent = after(at, 3 * dayMs) > this.context.now;
    if (isRecent || at >= made.expiresAt) return made;
    const command = { kind: 'collect', by: setByCommunity(community) } as const;
    this.move(made.goodId, endEvent(made, command), at);
    this.post(collectPosting(made, branchName, at));
    return evolveRedemption(made, command, at);
  }

  private post(posting: Posting): void {
    this.postings.push(posting);
    this.earn(posting);
  }

  history(earned: readonly Posting[]): RewardHistory {
    const documents: Documents = new Map();
    put(documents, 'goods', this.goods);
    put(documents, 'stockLines', this.lines);
    put(documents, 'redemptions', this.redemptions);
    put(documents, 'allowances', allowancesOf(this.redemptions));
    const { now, community } = this.context;
    const communityId = community.document._id;
    const months = [...new Set(earned.map(({ at }) => monthText(at)))].map((month) => {
      const lines = earned.filter(({ at }) => monthText(at) === month);
      const issued = issuedBy(lines.map((line) => ({ ...line, from: `issuer:${communityId}` }) as const));
      return { _id: pointSheetIdOf(communityId, month), communityId, month, ...issued, countedAt: now };
    });
    put(documents, 'pointSheets', months);
    return { documents, postings: this.postings };
  }
}

function allowancesOf(redemptions: readonly Redemption[]): readonly Allowance[] {
  const found = new Map<string, Allowance>();
  for (const { communityId, personId, month, goodId, quantity } of redemptions) {
    const _id = allowanceIdOf({ goodId, month, personId });
    const taken = (found.get(_id)?.taken ?? 0) + quantity;
    found.set(_id, { _id, communityId, personId, month, goodId, taken });
  }
  return [...found.values()];
}
