import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { countLoads, tallyOrders } from '../../../cloudfunctions/core/order/rules/order-tally';
import type { Reversal } from '../../../cloudfunctions/core/passbook/disputes/reversal';
import { monthText } from '../../../cloudfunctions/core/time/shanghai';
import type { WaitingLines } from '../../../miniprogram/contracts/passbook';
import { SeededRandom } from '../random';
import type { DemoCommunity } from '../communities/community-builder';
import { put, type Documents, type HistorySummary } from '../community-documents';
import { activityGenerator } from './activities';
import { countedOrders } from './figures';
import { PairCounts } from './pair-counts';
import { PassbookBuilder } from './passbook-builder';
import { Participants } from './participants';
import { simulateDisputes } from './disputes';
import { simulateGrants } from './grants';
import { inboxesOf, type Delivery } from './inboxes';
import { orderGenerator } from './orders';
import { simulateExchanges } from './exchanges';
import { simulateRecognition } from './recognition';
import { simulateReviews } from './reviews';
import { noRewards, simulateRewards } from './rewards';
import type { SimulationContext } from './simulation-context';

/** Half-years that reach into the twelve months of a tally. */
const tallyHalfYears = 3;

/** As those who contest and propose would have counted them. */
function waitingIn(reversals: readonly Reversal[]): WaitingLines {
  const count = (state: Reversal['state']): number => reversals.filter((one) => one.state === state).length;
  return { contests: count('contested'), reversals: count('proposed'), alarms: 0 };
}

/** Everything that happened in a community, from its oldest half-year to now. */
export class HistoryGenerator {
  private readonly passbookBuilder: PassbookBuilder;
  private readonly pairs = new PairCounts();
  private readonly context: SimulationContext;
  /** Orders of the months that a tally keeps. */
  private readonly recentOrders: Order[] = [];
  private readonly deliveries: Delivery[] = [];

  constructor(
    private readonly community: DemoCommunity,
    private readonly now: Date,
  ) {
    const participants = new Participants(community);
    this.passbookBuilder = new PassbookBuilder(community.document._id);
    this.context = {
      community,
      participants,
      pairs: this.pairs,
      now,
      random: new SeededRandom(community.document._id),
    };
  }

  /** One half-year; call from the oldest to 0. What it returns is complete but for the heads of the passbooks. */
  halfYear(halfYear: number): Documents {
    const orders = orderGenerator.generate(this.context, halfYear);
    const activities = activityGenerator.generate(this.context, halfYear);
    const documents: Documents = new Map();
    put(documents, 'orders', orders.documents);
    put(documents, 'activities', activities.documents);
    put(documents, 'attendances', activities.attendances);
    const earned = [...orders.postings, ...activities.postings];
    const rewards = halfYear === 0 ? simulateRewards(this.context, this.passbookBuilder.heads, earned) : noRewards;
    for (const [collection, list] of rewards.documents) put(documents, collection, list);
    const entries = this.passbookBuilder.post([...earned, ...rewards.postings]);
    if (halfYear < tallyHalfYears) this.recentOrders.push(...orders.documents);
    if (halfYear === 0) {
      this.deliveries.push(...orders.deliveries, ...activities.deliveries);
      const { grants, months } = simulateGrants(this.community, this.passbookBuilder, this.now);
      put(documents, 'grants', grants);
      put(documents, 'grantMonths', months);
      const reversals = simulateDisputes(this.community, this.passbookBuilder, entries, this.now);
      const reviews = simulateReviews(this.community, entries, this.now);
      put(documents, 'reviews', reviews.reviews);
      put(documents, 'reviewRows', reviews.rows);
      const recognition = simulateRecognition(this.community, this.recentOrders, this.now);
      put(documents, 'thanksNotes', recognition.thanks);
      put(documents, 'starMonths', recognition.stars);
      put(documents, 'starServices', recognition.services);
      put(documents, 'starVotes', recognition.votes);
      put(documents, 'exchanges', simulateExchanges(this.community, this.now));
      this.addTallies(documents, reversals, {
        grants: grants.filter(({ open }) => open).length,
        ...(reviews.waiting !== undefined && { reviewDay: reviews.waiting }),
      });
    }
    put(documents, 'entries', this.passbookBuilder.take());
    return documents;
  }

  /** What the newest half-years leave: the desk's numbers, as counting would have made them. */
  private addTallies(
    documents: Documents,
    reversals: readonly Reversal[],
    { grants, reviewDay }: { readonly grants: number; readonly reviewDay?: string },
  ): void {
    const tally = tallyOrders(this.community.document._id, this.recentOrders, this.now);
    const months = tally.months.map(({ month }) => month);
    const counted = countedOrders(this.community.document._id, this.recentOrders, { months, until: this.now });
    put(documents, 'orderDays', counted.orderDays);
    put(documents, 'orderMonths', counted.orderMonths);
    put(documents, 'reversals', reversals);
    put(documents, 'tallies', [
      {
        ...tally,
        ...waitingIn(reversals),
        ...(grants > 0 && { grants }),
        ...(reviewDay !== undefined && { reviews: 1, reviewDay }),
      },
    ]);
  }

  /** What the newest half-year left with people; complete after half-year 0. */
  summary(): HistorySummary {
    const loads = new Map(countLoads(this.recentOrders, this.now).map(({ personId, count }) => [personId, count]));
    const openOrders = new Map<string, number>();
    for (const { closed, place } of this.recentOrders)
      if (!closed) openOrders.set(place.gridId, (openOrders.get(place.gridId) ?? 0) + 1);
    const inboxes = inboxesOf(this.deliveries, this.now);
    return { month: monthText(this.now), loads, openOrders, now: this.now, inboxes };
  }

  /** What is whole only after the last half-year: heads of passbooks, salts of their words, how often pairs earned. */
  totals(): Documents {
    return new Map<string, object[]>([
      ['passbooks', [...this.passbookBuilder.heads.values()]],
      ['salts', this.passbookBuilder.salts()],
      ['pairs', [...this.pairs.documents()]],
    ]);
  }
}
