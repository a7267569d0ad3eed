import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { listAlerts } from './list';
import { raiseAlert } from './raise';
import { settleAlert } from './settle';

/** Calls for help that cannot wait for an order. */
export const alertEndpoints = {
  'alert.raise': raiseAlert,
  'alert.list': listAlerts,
  'alert.settle': settleAlert,
} satisfies Partial<Routes<Caller>>;
