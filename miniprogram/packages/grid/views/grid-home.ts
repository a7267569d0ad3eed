import type { GridShortcut, HomeBody } from '../../../contracts/home';
import { queueCounters, type Counter } from '../../../views/order/counters';
import { staffCard, type OrderCard } from '../../../views/order/order-card';
import { waitingMoves, waitingNews } from '../text/home';
import { alertCard, type AlertCard } from './alert-card';

/** What the first screen of those who look after a grid draws. */
export interface GridHome {
  readonly counters: readonly Counter[];
  readonly orders: readonly OrderCard[];
  /** Calls for help that nobody has answered. */
  readonly alerts: readonly AlertCard[];
  /** Whom to ring because no message reaches them; null for a hat that rings nobody. */
  readonly newsByPhone: { readonly line: string; readonly count: string } | null;
  /** What this hat may begin. */
  readonly mayIntake: boolean;
  readonly mayIssue: boolean;
  readonly mayVisit: boolean;
  /** How many moves wait, in words; null for a hat that neither registers nor decides. */
  readonly moves: { readonly line: string; readonly count: string } | null;
  /** Of how many orders it is to be decided what others read; '' for none, and who does not decide. */
  readonly withheld: string;
}

export const noGridHome: GridHome = {
  counters: [],
  orders: [],
  alerts: [],
  newsByPhone: null,
  mayIntake: false,
  mayIssue: false,
  mayVisit: false,
  moves: null,
  withheld: '',
};

export function gridHome(body: Extract<HomeBody, { for: 'grid' }>, nowMs: number): GridHome {
  const may = (shortcut: GridShortcut) => body.shortcuts.includes(shortcut);
  return {
    counters: queueCounters(body),
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
