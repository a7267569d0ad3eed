/** What the first screen draws, for each hat. */
import type { SessionView } from '../../contracts/person';
import type { HomeBody } from '../../contracts/home';
import { activityCard, type ActivityCard } from '../../text/activities';
import { desk, type Desk } from '../../text/desk';
import { hatRow, type HatRow } from '../../text/hats';
import {
  allWishes,
  homeCard,
  homeHead,
  ownBook,
  queueCounters,
  saturday,
  type HomeCard,
  type HomeHead,
} from '../../text/home';
import { waiting, type Waiting } from '../../text/reversals';
import { memberCard, residentCard, staffCard, wishCard, type OrderCard } from '../../text/order-card';

export interface HomeView {
  readonly head: HomeHead;
  readonly hats: readonly HatRow[];
  readonly reader: HomeBody['for'] | '';
  readonly hotline: string;
  readonly card: HomeCard | null;
  readonly orders: readonly OrderCard[];
  readonly doing: readonly OrderCard[];
  readonly wishes: readonly OrderCard[];
  readonly saturday: string;
  readonly allWishes: string;
  readonly counters: readonly { value: string; text: string; count: number }[];
  readonly desk: Desk | null;
  /** What a grid's hat may begin. */
  readonly mayIntake: boolean;
  readonly mayIssue: boolean;
  readonly activities: readonly ActivityCard[];
  /** The reader's own book, in a line; '' where it has no place here. */
  readonly book: string;
  readonly balance: string;
  /** Lines of the books that wait; null where the reader may not see books. */
  readonly waiting: Waiting | null;
}

const bare = {
  hotline: '',
  card: null,
  orders: [],
  doing: [],
  wishes: [],
  saturday: '',
  allWishes: '',
  counters: [],
  desk: null,
  mayIntake: false,
  mayIssue: false,
  activities: [],
  book: '',
  balance: '',
  waiting: null,
} as const;

type Body = Omit<HomeView, 'head' | 'hats' | 'reader'>;

function bodyView(body: HomeBody, nowMs: number): Partial<Body> {
  switch (body.for) {
    case 'visitor':
      return { hotline: body.hotline };
    case 'resident':
      return { card: homeCard(body), orders: body.orders.map((order) => residentCard(order, nowMs)) };
    case 'member':
      return {
        orders: body.offers.map((order) => memberCard(order, nowMs)),
        doing: body.doing.map((order) => memberCard(order, nowMs)),
        wishes: body.wishes.map((order) => wishCard(order, nowMs)),
        saturday: saturday(body.redSaturday),
        allWishes: allWishes(body.wishTotal),
      };
    case 'grid':
      return {
        counters: queueCounters(body.counts),
        orders: body.orders.map((order) => staffCard(order, nowMs)),
        mayIntake: body.shortcuts.includes('intake'),
        mayIssue: body.shortcuts.includes('cards'),
      };
    case 'desk':
      return { desk: desk(body.desk) };
    case 'branch':
      return {
        ...ownBook(body.book),
        activities: body.activities.map((activity) => activityCard(activity, nowMs)),
        waiting: body.waiting === undefined ? null : waiting(body.waiting),
      };
    case 'other':
      return {};
  }
}

export const homeView = (session: SessionView, body: HomeBody, nowMs: number): HomeView => ({
  ...bare,
  ...bodyView(body, nowMs),
  head: homeHead(session, body, nowMs),
  hats: session.hats.map((hat) => hatRow(hat, session.hat)),
  reader: body.for,
});

export const noHome: HomeView = {
  ...bare,
  head: { hat: '', title: '', line: '', red: false, many: false },
  hats: [],
  reader: '',
};
