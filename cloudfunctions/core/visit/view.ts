import type { HouseholdView, VisitDay, VisitView, WaitingVisitView } from '../../../miniprogram/contracts/visit';
import { isUnder, type SignedIn } from '../access/caller';
import type { DayOfVisit, VisitPlan } from './plan';
import type { Visit } from './visit';

/** A household as whoever looks after it sees it. */
export function householdView({ _id, label, residents, people, alone, dueDay, ...plan }: VisitPlan): HouseholdView {
  const { last, missed, planned } = plan;
  return {
    placeId: _id,
    label,
    residents: residents.map(({ personId, name, phoneEnd, tenant, alone: byThemselves, heard }) => ({
      personId,
      name,
      ...(phoneEnd !== undefined && { phoneEnd }),
      tenant,
      alone: byThemselves,
      ...(heard && { heard: { byName: heard.byName, at: heard.at.toISOString() } }),
    })),
    people,
    alone,
    ...(last && { last: dayView(last) }),
    ...(missed && { missed: dayView(missed) }),
    ...(planned && { planned: dayView(planned) }),
    dueDay,
  };
}

function dayView({ day, byName }: DayOfVisit): VisitDay {
  return { day, byName };
}

export function visitView({ _id, day, by, outcome, note, confirmation }: Visit): VisitView {
  return {
    visitId: _id,
    day,
    byName: by.name,
    hat: by.hat,
    outcome,
    ...(note !== undefined && { note }),
    ...(confirmation && { confirmation: confirmation.state }),
    ...(confirmation?.by && { confirmedBy: confirmation.by.name }),
  };
}

export function waitingVisitView({ _id, label, day, by, placeId }: Visit, { login }: SignedIn): WaitingVisitView {
  return { visitId: _id, label, day, byName: by.name, own: login.home?.placeId === placeId };
}

/** Whether the caller says of a visit that it was made: they live there, or work on that place. */
export function mayConfirm(visit: Pick<Visit, 'communityId' | 'placeId' | 'path'>, caller: SignedIn): boolean {
  const { login, hat, scope } = caller;
  if (visit.communityId !== login.communityId) return false;
  return login.home?.placeId === visit.placeId || (scope !== 'household' && isUnder(visit.path, hat.path));
}
