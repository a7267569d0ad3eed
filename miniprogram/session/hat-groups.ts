/** What the hat in use is for: which pages it opens, and what it may begin. The cloud checks each call again. */
import type { Hat } from '../contracts/hat';
import { currentHat } from './session';

const memberHats: readonly Hat[] = ['member', 'teamCaptain'];
const gridHats: readonly Hat[] = ['gridWorker', 'gridLeader', 'groupLeader', 'laneChief', 'courtyardHead'];
const branchHats: readonly Hat[] = ['secretary', 'committee', 'inspector'];
const plannerHats: readonly Hat[] = ['secretary', 'committee', 'groupLeader'];

export function servesGrid(hat: Hat = currentHat()): boolean {
  return gridHats.includes(hat);
}

export function servesBranch(hat: Hat = currentHat()): boolean {
  return branchHats.includes(hat);
}

export function servesAsMember(hat: Hat = currentHat()): boolean {
  return memberHats.includes(hat);
}

/** Those who plan what the branch does. */
export function plansActivities(hat: Hat = currentHat()): boolean {
  return plannerHats.includes(hat);
}
