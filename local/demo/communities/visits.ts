import { placeRef } from '../../../cloudfunctions/core/place/view';
import { derivedId, timeKey } from '../../../cloudfunctions/core/platform/ids';
import type { Move } from '../../../cloudfunctions/core/residence/move';
import { dayText, daysAfter } from '../../../cloudfunctions/core/time/shanghai';
import { visitIdOf } from '../../../cloudfunctions/core/visit/new-visit';
import type { VisitPlan } from '../../../cloudfunctions/core/visit/plan';
import { defaultVisitPolicy } from '../../../cloudfunctions/core/visit/policy';
import { planOf } from '../../../cloudfunctions/core/visit/rules/plan';
import { afterVisit } from '../../../cloudfunctions/core/visit/rules/record';
import type { Visit, Visitor } from '../../../cloudfunctions/core/visit/visit';
import type { VisitOutcome } from '../../../miniprogram/contracts/visit';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { toPerson, type PeopleBuilder } from '../people/people-builder';
import type { PlaceTree } from '../places/tree';
import type { SeededRandom } from '../random';

/** What of a community's builder its visits are made from. */
interface Built {
  readonly id: string;
  readonly tree: PlaceTree;
  readonly people: PeopleBuilder;
  readonly random: SeededRandom;
  readonly context: { readonly now: Date };
}

/** Households with their visits. */
interface Visited {
  readonly visitPlans: readonly VisitPlan[];
  readonly visits: readonly Visit[];
}

const notes = ['下回帮着看看门锁', '白天要上班，晚上去', '药箱放在门口的柜子里', '孩子放学前在家'] as const;

/** Every household's plan; where a lane chief looks after it, the visits of the last two months. */
export function visitDocuments(builder: Built): Visited {
  const { id, tree, people, context } = builder;
  const random = builder.random.stream('visits');
  const persons = people.all.map((person) => toPerson(person, id));
  const byHome = new Map<string, Person[]>();
  for (const person of persons) {
    const placeId = person.home?.placeId ?? '';
    byHome.set(placeId, [...(byHome.get(placeId) ?? []), person]);
  }
  const chiefs = people.posts.filter(({ hat }) => hat === 'laneChief');
  const today = dayText(context.now);
  const visits: Visit[] = [];
  const visitPlans = tree
    .documents()
    .filter(({ kind }) => kind === 'household')
    .map((place) => {
      const sources = { place, people: byHome.get(place._id) ?? [], chiefs, policy: defaultVisitPolicy, today };
      let plan = planOf({ ...sources, today: daysAfter(today, -70) });
      const chief = chiefs.find(({ placeId }) => placeId === plan.chiefAt)?.holder;
      if (!chief) return plan;
      for (const daysAgo of [random.integer(34, 60), random.integer(1, 33)]) {
        if (!random.percent(80)) continue;
        const outcome = random.pickWeighted<VisitOutcome>([
          ['well', 80],
          ['help', 8],
          ['absent', 12],
        ]);
        const by = { personId: chief.personId, name: chief.name, hat: 'laneChief' } as const;
        const note = outcome !== 'absent' && random.percent(20) ? random.pick(notes) : undefined;
        const visit = visitOf(plan, by, { day: daysAfter(today, -daysAgo), outcome, ...(note && { note }) });
        visits.push(visit);
        plan = afterVisit(plan, { ...dayOf(visit), outcome }, defaultVisitPolicy);
      }
      return plan;
    });
  return { visitPlans, visits };
}

const dayOf = ({ day, by }: Visit) => ({ day, personId: by.personId, byName: by.name });

/** A visit in the morning of a day. */
export function visitOf(
  { _id: placeId, communityId, path, label, scopes }: VisitPlan,
  by: Visitor,
  { day, outcome, note, waiting = false }: Pick<Visit, 'day' | 'outcome' | 'note'> & { waiting?: boolean },
): Visit {
  const _id = visitIdOf(placeId, day, by.personId);
  const at = new Date(`${day}T10:00:00+08:00`);
  const inDays = (days: number) => new Date(at.getTime() + days * 86_400_000);
  return {
    _id,
    communityId,
    placeId,
    path,
    label,
    scopes,
    day,
    at,
    by,
    outcome,
    ...(note !== undefined && { note, noteUntil: inDays(defaultVisitPolicy.noteDays) }),
    plannedDay: null,
    confirmation: waiting ? { state: 'asked', by: null, award: null } : null,
    waiting,
    ...(waiting && { waitUntil: inDays(defaultVisitPolicy.confirmDays) }),
    listKey: timeKey(at, _id),
    updatedAt: at,
    requests: [],
    acts: [{ action: 'visit.record', ...by, at }],
  };
}

/** A move that a courtyard head registered and that waits. */
export function moveOf(
  place: Parameters<typeof placeRef>[0],
  askedBy: Move['askedBy'],
  at: Date,
  said: Pick<Move, 'direction' | 'tenure' | 'day'> & Pick<Person, 'name' | 'phone'> & { personId?: string },
): Move {
  const _id = derivedId('mv', place._id, said.name);
  return {
    personId: null,
    ...said,
    _id,
    communityId: place.communityId,
    state: 'asked',
    place: placeRef(place),
    scopes: place.path.split('/'),
    formerPlaceId: null,
    askedBy,
    at,
    listKey: timeKey(at, _id),
    decision: null,
    award: null,
    openKey: derivedId('open', place._id, said.name),
    updatedAt: at,
    requests: [],
    acts: [
      {
        action: said.direction === 'in' ? 'residence.registerIn' : 'residence.registerOut',
        ...askedBy,
        hat: 'courtyardHead',
        at,
      },
    ],
  };
}
