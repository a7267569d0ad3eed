import type { Person } from '../../person/person';
import { tellPeopleApart, type Apart } from '../../person/rules/namesakes';
import type { Place } from '../../place/place';
import type { Post } from '../../place/post';
import { chiefOf } from '../../place/rules/chief';
import type { Resident, VisitPlan } from '../plan';
import type { VisitPolicy } from '../policy';
import { withDueDay } from './due';

/** A plan names so many; a household has more where it is a dormitory. */
export const maxResidents = 12;

/** What a household's plan is made of. */
export interface PlanSources {
  readonly place: Pick<Place, '_id' | 'communityId' | 'path' | 'label'>;
  /** Who lives there. */
  readonly people: readonly Pick<Person, '_id' | 'name' | 'phone' | 'kinds' | 'alone' | 'aloneHeard' | 'leftAt'>[];
  /** Lane chiefs' posts above it, at least. */
  readonly chiefs: readonly Pick<Post, '_id' | 'path' | 'holder' | 'placeId'>[];
  readonly policy: VisitPolicy;
  readonly today: string;
}

/** A household's plan as its sources make it; visits and what is planned stay as they stand in `before`. Pure. */
export function planOf({ place, people, chiefs, policy, today }: PlanSources, before?: VisitPlan): VisitPlan {
  const present = people.filter(({ leftAt }) => !leftAt);
  const apart = tellPeopleApart(present, 'phoneEnd');
  const living = present.map((person) => residentOf(person, apart)).sort(aloneFirst);
  return withDueDay(
    {
      since: today,
      last: null,
      missed: null,
      planned: null,
      revision: 0,
      requests: [],
      ...before,
      _id: place._id,
      communityId: place.communityId,
      path: place.path,
      label: place.label,
      scopes: place.path.split('/'),
      chiefAt: chiefOf(place.path, chiefs)?.placeId ?? null,
      residents: living.slice(0, maxResidents),
      people: living.length,
      alone: living.some(({ alone }) => alone),
    },
    policy,
  );
}

/** The plan once somebody's word about living alone was written down, as its sources will make it. Pure. */
export function withHeard(
  plan: VisitPlan,
  { personId, alone, heard }: Pick<Resident, 'personId' | 'alone' | 'heard'>,
  policy: VisitPolicy,
): VisitPlan {
  const residents = plan.residents
    .map((one) => (one.personId === personId ? { ...one, alone, ...(heard && { heard }) } : one))
    .sort(aloneFirst);
  return withDueDay({ ...plan, residents, alone: residents.some((one) => one.alone) }, policy);
}

function residentOf(
  { _id, name, kinds, alone = false, aloneHeard }: PlanSources['people'][number],
  apart: Apart,
): Resident {
  const heard = aloneHeard && { byName: aloneHeard.name, at: aloneHeard.at };
  const { phoneEnd } = apart(_id);
  const named = { personId: _id, name, ...(phoneEnd !== undefined && { phoneEnd }) };
  return { ...named, tenant: kinds.includes('tenant'), alone, ...(heard && { heard }) };
}

function aloneFirst(one: Resident, other: Resident): number {
  return Number(other.alone) - Number(one.alone) || (one.personId < other.personId ? -1 : 1);
}
