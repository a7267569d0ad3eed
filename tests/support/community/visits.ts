import { placeRef } from '../../../cloudfunctions/core/place/view';
import { timeKey } from '../../../cloudfunctions/core/platform/ids';
import type { Move } from '../../../cloudfunctions/core/residence/move';
import { visitIdOf } from '../../../cloudfunctions/core/visit/new-visit';
import { defaultVisitPolicy } from '../../../cloudfunctions/core/visit/policy';
import { planOf } from '../../../cloudfunctions/core/visit/rules/plan';
import type { Visit } from '../../../cloudfunctions/core/visit/visit';
import { personOf, postOf, somebodies } from './people';
import { placeNamed, places } from './places';

const chiefs = somebodies.flatMap(postOf).filter(({ hat }) => hat === 'laneChief');

/** Both households of the small community, which nobody has visited yet. */
export const visitPlans = places
  .filter(({ kind }) => kind === 'household')
  .map((place) =>
    planOf({
      place,
      people: somebodies.filter(({ home }) => home === place._id).map((one) => personOf(one, true)),
      chiefs,
      policy: defaultVisitPolicy,
      today: '2026-11-01',
    }),
  );

const at = new Date('2026-11-22T10:00:00+08:00');
const head = { personId: 'p_head', name: '任福贵' };
const west = placeNamed('qinghe_g1_h2');
const _id = visitIdOf('qinghe_g1_h2', '2026-11-22', 'p_head');

/** A courtyard head's visit that waits for somebody's word. */
export const waitingVisit: Visit = {
  _id,
  communityId: 'qinghe',
  placeId: west._id,
  path: west.path,
  label: west.label,
  scopes: west.path.split('/'),
  day: '2026-11-22',
  at,
  by: { ...head, hat: 'courtyardHead' },
  outcome: 'well',
  plannedDay: null,
  confirmation: { state: 'asked', by: null, award: null },
  waiting: true,
  waitUntil: new Date('2026-12-06T10:00:00+08:00'),
  listKey: timeKey(at, _id),
  updatedAt: at,
  requests: [],
};

/** A tenant whom the head registered, and who waits for the grid. */
export const waitingMove: Move = {
  _id: 'mv_sample',
  communityId: 'qinghe',
  direction: 'in',
  state: 'asked',
  place: placeRef(west),
  scopes: west.path.split('/'),
  name: '尹小川',
  phone: '16400000071',
  tenure: 'tenant',
  personId: null,
  formerPlaceId: null,
  day: '2026-11-21',
  askedBy: head,
  at,
  listKey: timeKey(at, 'mv_sample'),
  decision: null,
  award: null,
  openKey: 'open_sample',
  updatedAt: at,
  requests: [],
};
