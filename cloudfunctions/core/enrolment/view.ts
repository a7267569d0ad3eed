import {
  welcomeItems,
  type EnrolmentSummary,
  type EnrolmentView,
  type WelcomeItemView,
} from '../../../miniprogram/contracts/enrolment';
import { reaches, type SignedIn } from '../access/caller';
import { scopeOf } from '../access/permissions';
import { noHours } from '../person/hours';
import type { Enrolment } from './enrolment';
import { mayTick, welcomedOf } from './rules/welcome';

export function enrolmentSummary(enrolment: Enrolment): EnrolmentSummary {
  const { _id, name, state, channel, channelName, grid, askedAt, welcome } = enrolment;
  return {
    personId: _id,
    name,
    state,
    channel,
    ...(channelName !== undefined && { channelName }),
    gridName: grid.gridName,
    ...(grid.colour && { colour: grid.colour }),
    at: askedAt.toISOString(),
    welcomed: welcomedOf(welcome),
  };
}

/** An enrolment as its member or those of its grid see it, with what they may do now. */
export function enrolmentView(enrolment: Enrolment, caller: SignedIn): EnrolmentView {
  const { decision, state, skills } = enrolment;
  const isOwn = enrolment._id === caller.login.personId;
  return {
    ...enrolmentSummary(enrolment),
    ...(decision && state === 'enrolled' && { enrolledAt: decision.at.toISOString() }),
    ...(decision && { byName: decision.name }),
    ...(typeof decision?.reason === 'string' && { reason: decision.reason }),
    welcome: welcomeItems.map((item) => itemView(enrolment, item, isOwn)),
    skills,
    ...(enrolment.centre && { centreSince: enrolment.centre.agreedAt.toISOString() }),
    hours: enrolment.hours ?? noHours,
    mayDecide: !isOwn && state === 'asked' && scopeOf(caller.hat.hat, 'enrolment.decide') !== 'none',
  };
}

function itemView({ welcome, state }: Enrolment, item: WelcomeItemView['item'], isOwn: boolean): WelcomeItemView {
  const tick = welcome[item];
  const isOpen = state === 'enrolled';
  return {
    item,
    ...(tick && { at: tick.at.toISOString(), byName: tick.name }),
    ...(tick?.orderId !== undefined && { orderId: tick.orderId }),
    mayTick: isOpen && !tick && mayTick(item, isOwn ? 'member' : 'staff'),
    mayClear: isOpen && tick !== undefined && !isOwn,
  };
}

/** Whether somebody other than the member works on it: their hat reaches its grid. */
export function isInReach(enrolment: Enrolment, caller: SignedIn): boolean {
  return reaches(caller, { communityId: enrolment.communityId, path: enrolment.grid.path });
}
