import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { tallyOrders, countLoads } from '../../../cloudfunctions/core/order/rules/order-tally';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { Reversal } from '../../../cloudfunctions/core/passbook/disputes/reversal';
import { monthText } from '../../../cloudfunctions/core/time/shanghai';
import type { WaitingLines } from '../../../miniprogram/contracts/passbook';
import { Chance } from '../chance';
import type { Neighbourhood } from '../communities/neighbourhood';
import { put, type Documents, type Traces } from '../world';
import { tellActivities } from './activities';
import { Books } from './books';
import { Cast } from './cast';
import { tellCurrent } from './current';
import { inboxesOf } from './inboxes';
import { tellOrders } from './orders';
import type { Stage } from './stage';
import type { Told } from './tale';
import { after, dayMs } from './time';

/** Half-years that reach into the twelve months of a tally. */
const tallyEras = 3;

/** As those who contest and propose would have counted them. */
function waitingIn(reversals: readonly Reversal[]): WaitingLines {
  const count = (state: Reversal['state']): number => reversals.filter((one) => one.state === state).length;
  return { contests: count('contested'), reversals: count('proposed') };
}

/** A community's books and people, from its oldest half-year to now. */
export class Chronicle {
  private readonly books = new Books();
  private readonly cast: Cast;
  /** Orders of the months that a tally keeps. */
  private readonly recent: Order[] = [];
  private readonly told: Told[] = [];

  constructor(
    private readonly neighbourhood: Neighbourhood,
    private readonly now: Date,
  ) {
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
    if (era < tallyEras) this.recent.push(...orders);
    if (era === 0) {
      this.told.push(...tales.flatMap((tale) => tale.told));
      this.sum(documents, this.correct(entries));
    }
    put(documents, 'entries', this.books.take());
    return documents;
  }

  /** What the newest half-years leave: the desk's numbers, as counting would have made them. */
  private sum(documents: Documents, reversals: readonly Reversal[]): void {
    const tally = tallyOrders(this.neighbourhood.community._id, this.recent, this.now);
    put(documents, 'reversals', reversals);
    put(documents, 'tallies', [{ ...tally, ...waitingIn(reversals) }]);
  }

  /** What the newest half-year left with people; complete after era 0. */
  traces(): Traces {
    const loads = new Map(countLoads(this.recent, this.now).map(({ personId, count }) => [personId, count]));
    return { month: monthText(this.now), loads, inboxes: inboxesOf(this.told, this.now) };
  }

  heads(): object[] {
    return [...this.books.heads.values()];
  }

  private stage(part: string): Stage {
    const { neighbourhood, cast, now } = this;
    return { neighbourhood, cast, now, chance: new Chance(`${neighbourhood.community._id}/${part}`) };
  }

  /** What happens to lines later: two people undid one, another undo waits for its second person, one objection waits for an answer and one was heard. */
  private correct(entries: readonly Entry[]): Reversal[] {
    const { people } = this.neighbourhood.crowd;
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
            this.books.keep(heard, '我到了，坐在最后一排', {
              words: '签到册上没有您的名字，也没人看见',
              by: second,
              at: at(6),
            }),
          ]),
      ...(contested === undefined ? [] : [this.books.contest(contested, '那天我在医院陪床，给组长打过电话', at(2))]),
      this.books.undo(doubled, '重复记分', { first, second, at: at(1) }),
      this.books.propose(waiting, '请过假，登记时漏了', first, at(1)),
    ];
  }
}
