/** What the first screen draws, for each hat. */
import { searcherHats } from '../../contracts/hat';
import type { GridShortcut, HomeBody } from '../../contracts/home';
import type { OrderSummary } from '../../contracts/order';
import type { SessionView } from '../../contracts/person';
import { routes } from '../../routes';
import { monthDay } from '../../text/dates';
import { quotaLine } from '../../text/order/desk';
import { allWishes, nodLines, rewardsRow, waitingMoves, waitingNews } from '../../text/home/home';
import { alertCard, type AlertCard } from '../../views/alert/alert-card';
import { activityCard, type ActivityCard } from '../../views/activity/activity-card';
import { queueCounters, type Counter } from '../../views/order/counters';
import { desk, type Desk } from '../../views/order/desk';
import { memberCard, residentCard, staffCard, wishCard, type OrderCard } from '../../views/order/order-card';
import { bookAlarms, waiting, type Waiting } from '../../views/passbook/waiting';
import { hatRow, type HatRow } from '../../views/person/hats';
import { householdCard, type HouseholdCard } from '../../views/person/household-card';
import {
  courierShortcuts,
  administratorShortcuts,
  instructorShortcuts,
  keeperShortcuts,
  type Shortcut,
} from './shortcuts';
import { homeCard, homeHead, noHead, ownBook, type HomeCard, type HomeHead } from './head';

export interface HomeView {
  readonly head: HomeHead;
  readonly hats: readonly HatRow[];
  readonly reader: HomeBody['for'] | '';
  readonly hotline: string;
  readonly card: HomeCard | null;
  readonly orders: readonly OrderCard[];
  /** What waits for the reader's nod, and the page of the first of them. */
  readonly nod: { readonly text: string; readonly url: string } | null;
  readonly doing: readonly OrderCard[];
  readonly wishes: readonly OrderCard[];
  readonly saturday: string;
  readonly allWishes: string;
  readonly counters: readonly Counter[];
  /** Whom to ring because no message reaches them; null for a hat that rings nobody. */
  readonly newsByPhone: { readonly line: string; readonly count: string } | null;
  /** Calls for help that nobody has answered. */
  readonly alerts: readonly AlertCard[];
  readonly desk: Desk | null;
  /** What a grid's hat may begin. */
  readonly mayIntake: boolean;
  readonly mayIssue: boolean;
  readonly mayVisit: boolean;
  /** How many moves wait, in words; absent for a hat that neither registers nor decides. */
  readonly moves: { readonly line: string; readonly count: string } | null;
  /** Of how many orders it is to be decided what others read; '' for none, and who does not decide. */
  readonly withheld: string;
  /** A lane chief's, those to be visited first in front. */
  readonly households: readonly HouseholdCard[];
  readonly hasMoreHouseholds: boolean;
  /** Finds any order of the community. */
  readonly maySearch: boolean;
  readonly activities: readonly ActivityCard[];
  /** The reader's own book, in a line; '' where it has no place here. */
  readonly book: string;
  readonly balance: string;
  /** Where a courier's, a keeper's and an instructor's first screen leads. */
  readonly shortcuts: readonly Shortcut[];
  /** Limits of the environment's plan that come near, for the administrator; '' for none. */
  readonly quota: string;
  /** Lines of the books that wait; null where the reader may not see books. */
  readonly waiting: Waiting | null;
  /** The way to what points buy, or to the shelf, by its name; '' for a hat that has neither. */
  readonly rewards: string;
  /** What the nights found in the books, for those who read them. */
  readonly alarms: Waiting | null;
}

const nothing = {
  hotline: '',
  card: null,
  orders: [],
  nod: null,
  doing: [],
  wishes: [],
  saturday: '',
  allWishes: '',
  counters: [],
  alerts: [],
  newsByPhone: null,
  desk: null,
  mayIntake: false,
  mayIssue: false,
  mayVisit: false,
  moves: null,
  withheld: '',
  households: [],
  hasMoreHouseholds: false,
  maySearch: false,
  activities: [],
  book: '',
  balance: '',
  waiting: null,
  rewards: '',
  shortcuts: [],
  quota: '',
  alarms: null,
} as const;

function shortcutsView(body: HomeBody, nowMs: number): Partial<Body> {
  switch (body.for) {
    case 'courier':
      return { shortcuts: courierShortcuts(body) };
    case 'keeper':
      return { shortcuts: keeperShortcuts(body), orders: body.offers.map((order) => memberCard(order, nowMs)) };
    case 'instructor':
      return { shortcuts: instructorShortcuts(body) };
    case 'other':
      return { shortcuts: administratorShortcuts(body), quota: quotaLine(body.quotas) };
    default:
      return {};
  }
}

type Body = Omit<HomeView, 'head' | 'hats' | 'reader'>;

function nodOf(orders: readonly OrderSummary[]): HomeView['nod'] {
  const [first, second] = orders.filter(({ status, joined }) => status === 'completed' && !joined);
  if (first === undefined) return null;
  return { text: second === undefined ? nodLines.one : nodLines.several, url: routes.progress(first.orderId) };
}

/** Of those who look after a place: its queue, and what they may begin or whom they visit. */
function placeView(body: Extract<HomeBody, { for: 'grid' | 'lane' }>, nowMs: number): Partial<Body> {
  const counters = queueCounters(body);
  if (body.for === 'lane') {
    const households = body.households.map((household) => householdCard(household, nowMs));
    return { counters, households, hasMoreHouseholds: body.hasMore };
  }
  const may = (shortcut: GridShortcut) => body.shortcuts.includes(shortcut);
  return {
    counters,
    alerts: (body.alerts ?? []).map((alert) => alertCard(alert, nowMs)),
    newsByPhone: body.newsByPhone === undefined ? null : waitingNews(body.newsByPhone),
    orders: body.orders.map((order) => staffCard(order, nowMs)),
    mayIntake: may('intake'),
    mayIssue: may('cards'),
    mayVisit: may('visits'),
    moves: may('moves') ? waitingMoves(body.moves) : null,
    withheld: body.withheld ? waitingMoves(body.withheld).count : '',
  };
}

function bodyView(body: HomeBody, nowMs: number): Partial<Body> {
  switch (body.for) {
    case 'visitor':
      return { hotline: body.hotline };
    case 'resident':
      return {
        card: homeCard(body),
        orders: body.orders.map((order) => residentCard(order, nowMs)),
        nod: nodOf(body.orders),
      };
    case 'member':
      return {
        orders: body.offers.map((order) => memberCard(order, nowMs)),
        doing: body.doing.map((order) => memberCard(order, nowMs)),
        wishes: body.wishes.map((order) => wishCard(order, nowMs)),
        saturday: monthDay(body.redSaturday),
        allWishes: allWishes(body.wishTotal),
      };
    case 'grid':
    case 'lane':
      return placeView(body, nowMs);
    case 'desk':
      return { desk: desk(body.desk) };
    case 'branch':
      return {
        ...ownBook(body.book),
        activities: body.activities.map((activity) => activityCard(activity, nowMs)),
        waiting: body.waiting === undefined ? null : waiting(body.waiting),
        alarms: body.waiting === undefined ? null : bookAlarms(body.waiting),
      };
    default:
      return shortcutsView(body, nowMs);
  }
}

export function homeView(session: SessionView, body: HomeBody, nowMs: number): HomeView {
  return {
    ...nothing,
    ...bodyView(body, nowMs),
    maySearch: searcherHats.some((hat) => hat === session.hats.find(({ key }) => key === session.hat)?.hat),
    head: homeHead(session, body, nowMs),
    hats: session.hats.map((hat) => hatRow(hat, session.hat)),
    reader: body.for,
    rewards: rewardsRow(session.hat),
  };
}

export const noHome: HomeView = { ...nothing, head: noHead, hats: [], reader: '' };
