import type { Order } from '../../../cloudfunctions/core/order/order';
import { tallyOf } from '../../../cloudfunctions/core/order/tally';
import type { Entry, Reversal } from '../../../cloudfunctions/core/passbook/entry';
import { Chance } from '../chance';
import type { Neighbourhood } from '../communities/neighbourhood';
import { put, type Documents } from '../world';
import { tellActivities } from './activities';
import { Books, proposalOf } from './books';
import { Cast } from './cast';
import { tellCurrent } from './current';
import { tellOrders } from './orders';
import type { Stage } from './stage';
import { after, dayMs } from './time';

/** A community's books and people, from its oldest half-year to now. */
export class Chronicle {
  private readonly books = new Books();
  private readonly cast: Cast;

  constructor(private readonly neighbourhood: Neighbourhood, private readonly now: Date) {
    this.cast = new Cast(neighbourhood);
  }

  /** One half-year; call from the oldest to era 0. What it returns is complete but for the heads of the books. */
  era(era: number): Documents {
    const documents: Documents = new Map();
    const stage = this.stage(`orders/${era}`);
    const tales = [...(era === 0 ? tellCurrent(this.stage('current')) : []), ...tellOrders(stage, era)];
    const { activities, postings } = tellActivities(this.stage(`activities/${era}`), era);
    const orders = tales.map((tale) => tale.settle());
    put(documents, 'orders', orders);
    put(documents, 'activities', activities);
    const entries = this.books.post([...tales.flatMap((tale) => tale.postings), ...postings]);
    if (era === 0) this.sum(documents, orders, this.correct(entries));
    put(documents, 'entries', this.books.take());
    return documents;
  }

  /** What the secretary's desk shows; how many orders each has taken on is for the first count of `jobs` to say. */
  private sum(documents: Documents, orders: readonly Order[], reversals: readonly Reversal[]): void {
    const tally = tallyOf(this.neighbourhood.community._id, orders, this.now);
    put(documents, 'reversals', [...reversals]);
    put(documents, 'tallies', [{ ...tally, loads: [], reversals: reversals.filter(({ state }) => state === 'proposed').length }]);
  }

  heads(): object[] {
    return [...this.books.heads.values()];
  }

  private stage(part: string): Stage {
    const { neighbourhood, cast, now } = this;
    return { neighbourhood, cast, now, chance: new Chance(`${neighbourhood.community._id}/${part}`) };
  }

  /** What happens to lines later: one was undone by two people, one waits for its second person, one is contested. */
  private correct(entries: readonly Entry[]): Reversal[] {
    const organization = entries.filter(({ unit }) => unit === 'organization');
    const [first, second] = this.neighbourhood.crowd.people.filter(({ memberClass }) => memberClass === 'committee').map(({ personId, name }) => ({ personId, name }));
    const known = this.neighbourhood.crowd.people.find(({ openid }) => openid === 'branch-li');
    const own = organization.filter(({ personId }) => personId === known?.personId);
    const doubled = own.at(-4);
    const absent = own.find(({ cause }) => cause === 'absent');
    const waiting = organization.find(({ personId, cause }) => personId !== known?.personId && cause === 'absent');
    if (first === undefined || second === undefined || doubled === undefined || waiting === undefined) return [];
    if (absent !== undefined) this.books.mark(absent, { reversed: false, contest: { state: 'open', words: '那天我在医院陪床，给组长打过电话', at: after(this.now, -2 * dayMs), request: { personId: absent.personId, requestId: 'demo-contest', inputHash: '' } } });
    const undone = this.books.undo(doubled, '重复记分', { first, second, at: after(this.now, -dayMs) });
    return [undone, proposalOf(waiting, '请过假，登记时漏了', first, after(this.now, -dayMs))];
  }
}
