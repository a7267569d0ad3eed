import type { Order } from '../../../cloudfunctions/core/order/order';
import { loadsOf, tallyOf } from '../../../cloudfunctions/core/order/tally';
import type { Entry, Reversal } from '../../../cloudfunctions/core/passbook/entry';
import { monthText } from '../../../cloudfunctions/core/time/shanghai';
import type { WaitingLines } from '../../../miniprogram/contracts/passbook';
import { SeededRandom } from '../random';
import type { DemoCommunity } from '../communities/community-builder';
import { put, type Documents, type HistorySummary } from '../community-documents';
import { simulateActivities } from './activities';
import { PassbookBuilder } from './passbook-builder';
import { Participants } from './participants';
import { simulateCurrentOrders } from './current';
import { inboxesOf } from './inboxes';
import { simulateOrders } from './orders';
import type { SimulationContext } from './simulation-context';
import type { Delivery } from './order-simulation';
import { after, dayMs } from './time';

/** Half-years that reach into the twelve months of a tally. */
const tallyHalfYears = 3;

/** As those who contest and propose would have counted them. */
function waitingIn(reversals: readonly Reversal[]): WaitingLines {
  const count = (state: Reversal['state']): number => reversals.filter((one) => one.state === state).length;
  return { contests: count('contested'), reversals: count('proposed') };
}

/** A community's books and people, from its oldest half-year to now. */
export class HistoryGenerator {
  private readonly books = new PassbookBuilder();
  private readonly participants: Participants;
  /** Orders of the months that a tally keeps. */
  private readonly recent: Order[] = [];
  private readonly deliveries: Delivery[] = [];

  constructor(
    private readonly community: DemoCommunity,
    private readonly now: Date,
  ) {
    this.participants = new Participants(community);
  }

  /** One half-year; call from the oldest to era 0. What it returns is complete but for the heads of the books. */
  halfYear(halfYear: number): Documents {
    const documents: Documents = new Map();
    const context = this.context(`orders/${halfYear}`);
    const simulations = [
      ...(halfYear === 0 ? simulateCurrentOrders(this.context('current')) : []),
      ...simulateOrders(context, halfYear),
    ];
    const { activities, postings } = simulateActivities(this.context(`activities/${halfYear}`), halfYear);
    const orders = simulations.map((simulation) => simulation.finish());
    put(documents, 'orders', orders);
    put(documents, 'activities', activities);
    const entries = this.books.post([...simulations.flatMap((simulation) => simulation.postings), ...postings]);
    if (halfYear < tallyHalfYears) this.recent.push(...orders);
    if (halfYear === 0) {
      this.deliveries.push(...simulations.flatMap((simulation) => simulation.deliveries));
      this.addTallies(documents, this.correct(entries));
    }
    put(documents, 'entries', this.books.take());
    return documents;
  }

  /** What the newest half-years leave: the desk's numbers, as counting would have made them. */
  private addTallies(documents: Documents, reversals: readonly Reversal[]): void {
    const tally = tallyOf(this.community.document._id, this.recent, this.now);
    put(documents, 'reversals', reversals);
    put(documents, 'tallies', [{ ...tally, ...waitingIn(reversals) }]);
  }

  /** What the newest half-year left with people; complete after era 0. */
  summary(): HistorySummary {
    const loads = new Map(loadsOf(this.recent, this.now).map(({ personId, count }) => [personId, count]));
    return { month: monthText(this.now), loads, inboxes: inboxesOf(this.deliveries, this.now) };
  }

  passbooks(): object[] {
    return [...this.books.heads.values()];
  }

  private context(part: string): SimulationContext {
    const { community, participants, now } = this;
    return { community, participants, now, random: new SeededRandom(`${community.document._id}/${part}`) };
  }

  /**
   * What happens to lines later: two people undid one, another undo waits for its second person, one objection waits
   * for an answer and one was heard.
   */
  private correct(entries: readonly Entry[]): Reversal[] {
    const { all: people } = this.community.people;
    const organization = entries.filter(({ unit }) => unit === 'organization');
    const [first, second] = people
      .filter(({ memberClass }) => memberClass === 'committee')
      .map(({ personId, name }) => ({ personId, name }));
    const known = people.find(({ openid }) => openid === 'branch-li');
    const own = organization.filter(({ personId }) => personId === known?.personId);
    const absences = own.filter(({ cause }) => cause === 'absent');
    const contested = absences.at(-1);
    const heard = absences.at(-2);
    const doubled = own.filter(({ cause }) => cause === 'attended').at(-3);
    const others = organization.filter(
      ({ personId, cause }) =>
        cause === 'absent' && ![known?.personId, first?.personId, second?.personId].includes(personId),
    );
    const waiting = others.at(-1);
    if (first === undefined || second === undefined || doubled === undefined || waiting === undefined) return [];
    const at = (days: number): Date => after(this.now, -days * dayMs);
    return [
      ...(heard === undefined
        ? []
        : [
            this.books.uphold(heard, '我到了，坐在最后一排', {
              words: '签到册上没有您的名字，也没人看见',
              by: second,
              at: at(6),
            }),
          ]),
      ...(contested === undefined ? [] : [this.books.contest(contested, '那天我在医院陪床，给组长打过电话', at(2))]),
      this.books.reverse(doubled, '重复记分', { first, second, at: at(1) }),
      this.books.propose(waiting, '请过假，登记时漏了', first, at(1)),
    ];
  }
}
