import type { SignedIn } from '../access/caller';
import type { Change } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import { remembered, type Station, type StationAct } from './station';

/** The part of a change that remembers who made it, in which hat, and by which request. */
export function remembering(
  { login, hat }: SignedIn,
  {
    action,
    at,
    request,
  }: { readonly action: StationAct['action']; readonly at: Date; readonly request: RequestRecord },
): NonNullable<Change<Station>['push']> {
  const act: StationAct = { action, at, by: { personId: login.personId, name: login.name }, hat: hat.hat };
  return {
    acts: { values: [act], limit: remembered.acts },
    requests: { values: [request], limit: remembered.requests },
  };
}
