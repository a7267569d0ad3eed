import { people, type Person } from '../person/person';
import type { Place } from '../place/place';
import { posts, type Post } from '../place/post';
import type { Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import { visitPlans, type VisitPlan } from './plan';
import type { VisitPolicy } from './policy';
import { planOf } from './rules/plan';

/** Households whose plans are renewed at once. */
export const householdsAtOnce = 20;
/** One query surely answers so many. */
const maxRead = 99;

type Household = Pick<Place, '_id' | 'communityId' | 'path' | 'label' | 'kind' | 'closedAt'>;

/**
 * Brings the plans of some households of one community to what their places, residents and lane chiefs are now; a new
 * household gets its plan, a closed one loses it. Three reads, more where very many live there, and a write for each
 * plan that differs.
 * @returns how many were written
 */
export async function renewPlans(
  database: Database,
  households: readonly Household[],
  { policy, today }: { readonly policy: VisitPolicy; readonly today: string },
): Promise<number> {
  const open = households.filter(({ kind, closedAt }) => kind === 'household' && closedAt === undefined);
  const ids = households.map(({ _id }) => _id);
  if (ids.length === 0) return 0;
  const [known, living, chiefs] = await Promise.all([
    database.find(visitPlans, { where: { _id: { oneOf: ids } }, limit: householdsAtOnce }),
    residentsOf(
      database,
      open.map(({ _id }) => _id),
    ),
    chiefsAbove(database, open),
  ]);
  const before = new Map(known.map((plan) => [plan._id, plan]));
  const gone = known.filter(({ _id }) => !open.some((place) => place._id === _id)).map(({ _id }) => _id);
  if (gone.length > 0) await database.removeWhere(visitPlans, { _id: { oneOf: gone } });
  const written = await Promise.all(
    open.map((place) => {
      const own = living.filter(({ home }) => home?.placeId === place._id);
      const stored = before.get(place._id);
      return write(database, stored, planOf({ place, people: own, chiefs, policy, today }, stored));
    }),
  );
  return written.filter(Boolean).length + gone.length;
}

/** Over the revision that was read: whoever writes down a visit meanwhile is not overwritten. */
async function write(database: Database, stored: VisitPlan | undefined, plan: VisitPlan): Promise<boolean> {
  if (!stored) return database.insert(visitPlans, plan);
  if (hashOf(stored) === hashOf(plan)) return false;
  const { path, label, scopes, chiefAt, residents, people, alone, dueDay, listKey } = plan;
  const set = { path, label, scopes, chiefAt, residents, people, alone, dueDay, listKey };
  return (await database.updateWhere(visitPlans, { _id: plan._id, revision: plan.revision }, { set })) > 0;
}

/** Who lives in these households; where they are very many, each half is asked about by itself. */
async function residentsOf(database: Database, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const found = await database.find(people, { where: { 'home.placeId': { oneOf: ids } }, limit: maxRead });
  if (found.length < maxRead || ids.length === 1) return found;
  const half = Math.ceil(ids.length / 2);
  const halves = await Promise.all([residentsOf(database, ids.slice(0, half)), residentsOf(database, ids.slice(half))]);
  return halves.flat();
}

/** The lane chiefs of whatever stands above these households. */
async function chiefsAbove(database: Database, households: readonly Household[]): Promise<readonly Post[]> {
  const above = new Set(households.flatMap(({ path }) => path.split('/').slice(1, -1)));
  return chiefsAt(database, [...above]);
}

async function chiefsAt(database: Database, placeIds: readonly string[]): Promise<readonly Post[]> {
  if (placeIds.length === 0) return [];
  const found = await database.find(posts, { where: { placeId: { oneOf: placeIds } }, limit: maxRead });
  if (found.length < maxRead || placeIds.length === 1) return found.filter(({ hat }) => hat === 'laneChief');
  const half = Math.ceil(placeIds.length / 2);
  const halves = await Promise.all([
    chiefsAt(database, placeIds.slice(0, half)),
    chiefsAt(database, placeIds.slice(half)),
  ]);
  return halves.flat();
}
