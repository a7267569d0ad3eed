/** What the first screen draws, for each hat whose own lies in the main package; the others draw `body` themselves. */
import type { HomeBody } from '../../contracts/home';
import type { OrderSummary } from '../../contracts/order';
import type { SessionView } from '../../contracts/person';
import { routes } from '../../routes';
import { nodLines } from '../../text/home/home';
import { quotaLine } from '../../text/quota';
import { memberCard, residentCard, type OrderCard } from '../../views/order/order-card';
import { hatRow, type HatRow } from '../../views/person/hats';
import { homeCard, homeHead, noHead, type HomeCard, type HomeHead } from './head';
import {
  courierShortcuts,
  administratorShortcuts,
  instructorShortcuts,
  keeperShortcuts,
  type Shortcut,
} from './shortcuts';

export interface HomeView {
  readonly head: HomeHead;
  readonly hats: readonly HatRow[];
  readonly reader: HomeBody['for'] | '';
  /** What the component of the reader's hat draws; null where the page does. */
  readonly body: HomeBody | null;
  readonly hotline: string;
  readonly card: HomeCard | null;
  readonly orders: readonly OrderCard[];
  /** What waits for the reader's nod, and the page of the first of them. */
  readonly nod: { readonly text: string; readonly url: string } | null;
  /** Where a courier's, a keeper's and an instructor's first screen leads. */
  readonly shortcuts: readonly Shortcut[];
  /** Limits of the environment's plan that come near, for the administrator; '' for none. */
  readonly quota: string;
}

const nothing = { body: null, hotline: '', card: null, orders: [], nod: null, shortcuts: [], quota: '' } as const;

function nodOf(orders: readonly OrderSummary[]): HomeView['nod'] {
  const [first, second] = orders.filter(({ status, joined }) => status === 'completed' && !joined);
  if (first === undefined) return null;
  return { text: second === undefined ? nodLines.one : nodLines.several, url: routes.progress(first.orderId) };
}

function bodyView(body: HomeBody, nowMs: number): Partial<HomeView> {
  switch (body.for) {
    case 'visitor':
      return { hotline: body.hotline };
    case 'resident':
      return {
        card: homeCard(body),
        orders: body.orders.map((order) => residentCard(order, nowMs)),
        nod: nodOf(body.orders),
      };
    case 'courier':
      return { shortcuts: courierShortcuts(body) };
    case 'keeper':
      return { shortcuts: keeperShortcuts(body), orders: body.offers.map((order) => memberCard(order, nowMs)) };
    case 'instructor':
      return { shortcuts: instructorShortcuts(body) };
    case 'other':
      return { shortcuts: administratorShortcuts(body), quota: quotaLine(body.quotas) };
    default:
      return { body };
  }
}

export function homeView(session: SessionView, body: HomeBody, nowMs: number): HomeView {
  return {
    ...nothing,
    ...bodyView(body, nowMs),
    head: homeHead(session, body, nowMs),
    hats: session.hats.map((hat) => hatRow(hat, session.hat)),
    reader: body.for,
  };
}

export const noHome: HomeView = { ...nothing, head: noHead, hats: [], reader: '' };
