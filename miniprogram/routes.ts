/** The page that shows an order to whoever wears this hat. */
import type { Hat } from './contracts/hat';
import { wornHat } from './session/session';

const memberHats: readonly Hat[] = ['member', 'teamCaptain'];
const gridHats: readonly Hat[] = ['gridWorker', 'gridLeader', 'groupLeader', 'laneChief', 'courtyardHead'];
const branchHats: readonly Hat[] = ['secretary', 'committee', 'inspector'];

export const servesGrid = (hat: Hat = wornHat()): boolean => gridHats.includes(hat);
export const servesBranch = (hat: Hat = wornHat()): boolean => branchHats.includes(hat);
export const servesAsMember = (hat: Hat = wornHat()): boolean => memberHats.includes(hat);

/** `dispatching`: the reader may give the order to somebody now. */
export function orderPage(orderId: string, dispatching = false): string {
  const query = `?orderId=${encodeURIComponent(orderId)}`;
  if (dispatching) return `/packages/grid/dispatch/dispatch${query}`;
  if (servesAsMember()) return `/packages/member/order/order${query}`;
  return servesGrid() || servesBranch()
    ? `/packages/branch/trail/trail${query}`
    : `/packages/resident/progress/progress${query}`;
}

/** Where whoever did the work hands it in, in any hat. */
export const finishPage = (orderId: string): string =>
  `/packages/member/order/order?orderId=${encodeURIComponent(orderId)}`;

/** Those who plan what the branch does; the cloud checks it again. */
export const plansActivities = (hat: Hat = wornHat()): boolean =>
  hat === 'secretary' || hat === 'committee' || hat === 'groupLeader';
