import type { Database, Where } from '../platform/database';
import { activities, type Activity } from './activity';
import { attendances, type Attendance } from './attendance';

/** The most that one query gives (platform/database.ts). */
const atOnce = 99;
/** Who said something of others: that they came, that they may stay away, that their points count. */
const hands = ['mark.personId', 'leave.decided.personId', 'walkIn.decided.personId'] as const;

/** Whose name is taken out. */
interface Erased {
  readonly personId: string;
  readonly communityId: string;
}

const without = <Hand extends { readonly personId: string; readonly name: string }>(hand: Hand, id: string): Hand =>
  hand.personId === id ? { ...hand, name: '' } : hand;

/**
 * Takes somebody's name out of every meeting and its roll, and why they asked for leave; states and counts stay. It may
 * be repeated. It grows with the meetings of the community: four reads for 99 of them, and a write for each that names
 * them; a read for 99 meetings of their own.
 */
export async function blankActivities(database: Database, { personId, communityId }: Erased): Promise<void> {
  await blankRoll(database, { personId }, personId);
  for (let after: string | undefined; ;) {
    const page: readonly Activity[] = await database.find(activities, {
      where: { communityId, startKey: { gt: after ?? '' } },
      sort: { startKey: 'asc' },
      limit: atOnce,
    });
    for (const activity of page) await blankActivity(database, activity, personId);
    const ids = page.map(({ _id }) => _id);
    if (ids.length > 0)
      for (const hand of hands) await blankRoll(database, { activityId: { oneOf: ids }, [hand]: personId }, personId);
    after = page.at(-1)?.startKey;
    if (page.length < atOnce || after === undefined) return;
  }
}

async function blankActivity(database: Database, activity: Activity, personId: string): Promise<void> {
  const { closing, signature, returned, moved, calledOff, createdBy, acts } = activity;
  const named = [closing, signature, returned, moved, calledOff, createdBy, ...(acts ?? [])];
  if (named.every((hand) => hand?.personId !== personId || hand.name === '')) return;
  await database.updateWhere(
    activities,
    { _id: activity._id },
    {
      set: {
        createdBy: without(createdBy, personId),
        closing: closing && without(closing, personId),
        signature: signature && without(signature, personId),
        returned: returned && without(returned, personId),
        ...(moved && { moved: without(moved, personId) }),
        ...(calledOff && { calledOff: without(calledOff, personId) }),
        ...(acts && { acts: acts.map((act) => without(act, personId)) }),
      },
    },
  );
}

async function blankRoll(database: Database, where: Where, personId: string): Promise<void> {
  for (let after = ''; ;) {
    const query = { where: { ...where, _id: { gt: after } }, sort: { _id: 'asc' as const }, limit: atOnce };
    const page: readonly Attendance[] = await database.find(attendances, query);
    for (const one of page) await database.updateWhere(attendances, { _id: one._id }, { set: blanked(one, personId) });
    const last = page.at(-1);
    if (!last || page.length < atOnce) return;
    after = last._id;
  }
}

/** What of a line of a roll is somebody's: all names of theirs, and, of their own line, why they asked for leave. */
function blanked(line: Attendance, personId: string): Pick<Attendance, 'name' | 'apart' | 'mark' | 'leave' | 'walkIn'> {
  const { name, mark, leave, walkIn } = line;
  const isOwn = line.personId === personId;
  const asked = leave && {
    ...leave,
    ...(isOwn && { reason: '' }),
    asked: without(leave.asked, personId),
    decided: leave.decided && without(leave.decided, personId),
  };
  const guest = walkIn && { ...walkIn, decided: walkIn.decided && without(walkIn.decided, personId) };
  return {
    name: isOwn ? '' : name,
    ...(isOwn && line.apart && { apart: {} }),
    mark: mark && without(mark, personId),
    ...(asked && { leave: asked }),
    ...(guest && { walkIn: guest }),
  };
}
