/** What the hat in use is for: which pages it opens, and what it may begin. The cloud checks each call again. */
import {
  bookkeeperHats,
  bookReaderHats,
  branchStaffHats,
  gridStaffHats,
  memberHats,
  searcherHats,
  type Hat,
} from '../contracts/hat';
import { currentHat } from './session';

/** Whose second tab is the queue of a place. */
const queueHats: readonly Hat[] = ['gridWorker', 'gridLeader', 'groupLeader', 'laneChief', 'courtyardHead'];

const isOneOf = (hats: readonly Hat[], hat: Hat): boolean => hats.includes(hat);

export function servesGrid(hat: Hat = currentHat()): boolean {
  return isOneOf(queueHats, hat);
}

export function servesBranch(hat: Hat = currentHat()): boolean {
  return isOneOf(bookReaderHats, hat);
}

export function servesAsMember(hat: Hat = currentHat()): boolean {
  return isOneOf(memberHats, hat);
}

/** Those who write down what is done for couriers. */
export function keepsSiteRecords(hat: Hat = currentHat()): boolean {
  return isOneOf(['instructor', 'steward', 'secretary'], hat);
}

/** Who goes from door to door. */
export function visitsHouseholds(hat: Hat = currentHat()): boolean {
  return isOneOf(['laneChief', 'courtyardHead', 'gridWorker', 'gridLeader'], hat);
}

/** Who says of others' visits that they were made. */
export function confirmsVisits(hat: Hat = currentHat()): boolean {
  return isOneOf(gridStaffHats, hat);
}

/** Who sees what others may read of an order, and what waits for a decision. */
export function readsWithheld(hat: Hat = currentHat()): boolean {
  return isOneOf(gridStaffHats, hat);
}

/** Who finds any order of the community. */
export function searchesOrders(hat: Hat = currentHat()): boolean {
  return isOneOf(searcherHats, hat);
}

/** Those who plan what the branch does. */
export function plansActivities(hat: Hat = currentHat()): boolean {
  return isOneOf(branchStaffHats, hat);
}

/** Who says of members that they earn where they walked in. */
export function decidesWalkIns(hat: Hat = currentHat()): boolean {
  return isOneOf(bookkeeperHats, hat);
}

/** Whose points buy things. */
export function redeems(hat: Hat = currentHat()): boolean {
  return hat === 'courtyardHead';
}

/** Who hands over what was redeemed, and keeps the shelf. */
export function keepsStock(hat: Hat = currentHat()): boolean {
  return isOneOf(gridStaffHats, hat);
}
