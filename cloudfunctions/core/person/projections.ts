import { communities, type Community, type Holder } from '../place/community';
import { places } from '../place/place';
import { posts, type Post } from '../place/post';
import { teams } from '../place/team';
import { placeRef } from '../place/view';
import type { Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import { done } from '../platform/result';
import type { Projected, Projection } from '../projection/projection';
import type { Source } from '../projection/source-change';
import { people, type Person } from './person';
import { shownPortrait, type Portrait } from './portrait';

/**
 * People carry where they live, the grid that they serve and the team that they are in; posts, and the community's
 * roster, name whoever holds them and say how to call them.
 */
export const personProjections: readonly Projection[] = [
  {
    name: 'person.home',
    from: ['place'],
    project: (database, { id }, cursor) => projectWhere(database, 'home', id, cursor),
  },
  {
    name: 'person.serves',
    from: ['place'],
    project: (database, { id }, cursor) => projectWhere(database, 'serves', id, cursor),
  },
  { name: 'person.team', from: ['team'], project: (database, { id }) => projectTeam(database, id) },
  { name: 'post.holder', from: ['person'], project: (database, { id }) => projectHolder(database, id) },
];

const maxPosts = 50;
const peopleAtOnce = 50;
/** What one query returns at most; a team is smaller. */
const maxTeam = 99;

/** Logins follow the people in turn. */
async function projectWhere(
  database: Database,
  field: 'home' | 'serves',
  placeId: string,
  cursor: string | null,
): Promise<Projected> {
  const source = await database.get(places, placeId);
  if (!source) return { written: 0 };
  const place = placeRef(source);
  const found = await database.find(people, {
    where: { [`${field}.placeId`]: placeId, _id: { gt: cursor ?? '' } },
    sort: { _id: 'asc' },
    limit: peopleAtOnce,
  });
  const outdated = found.filter((person) => hashOf(person[field]) !== hashOf(place));
  await Promise.all(
    outdated.map(({ _id }) =>
      database.updateWhere(people, { _id, [`${field}.placeId`]: placeId }, { set: { [field]: place } }),
    ),
  );
  const last = found.length === peopleAtOnce ? found.at(-1) : undefined;
  const changed = outdated.map(({ _id }): Source => ({ kind: 'person', id: _id }));
  return { written: outdated.length, changed, cursor: last?._id ?? null };
}

/** Who is in a team now carries it, who left carries none. */
async function projectTeam(database: Database, teamId: string): Promise<Projected> {
  const team = await database.get(teams, teamId);
  if (!team) return { written: 0 };
  const { communityId, memberIds } = team;
  const [carriers, members] = await Promise.all([
    database.find(people, { where: { communityId, teamId }, limit: maxTeam }),
    database.find(people, { where: { _id: { oneOf: memberIds } }, limit: maxTeam }),
  ]);
  const copyOf = ({ _id }: Person) => ({ name: team.name, skill: team.skill, captain: _id === team.captainId });
  const joined = members.filter((one) => one.teamId !== teamId || hashOf(one.team) !== hashOf(copyOf(one)));
  const left = carriers.filter(({ _id }) => !memberIds.includes(_id));
  await Promise.all([
    ...joined.map((one) => database.updateWhere(people, { _id: one._id }, { set: { teamId, team: copyOf(one) } })),
    ...left.map(({ _id }) => database.updateWhere(people, { _id, teamId }, { unset: ['teamId', 'team'] })),
  ]);
  const changed = [...joined, ...left].map(({ _id }): Source => ({ kind: 'person', id: _id }));
  return { written: changed.length, changed };
}

async function projectHolder(database: Database, personId: string): Promise<Projected> {
  const person = await database.get(people, personId);
  if (!person) return { written: 0 };
  const held = await database.find(posts, { where: { 'holder.personId': personId }, limit: maxPosts });
  const photoFileId = shownPortrait(await portraitInUse(database, person, held));
  const { name, phone } = person;
  const holder: Holder = { personId, name, phone, ...(photoFileId !== undefined && { photoFileId }) };
  const outdated = held.filter((post) => hashOf(post.holder) !== hashOf(holder));
  const counts = await Promise.all(
    outdated.map(({ _id }) => database.updateWhere(posts, { _id, 'holder.personId': personId }, { set: { holder } })),
  );
  const changed = await renameInRoster(database, person, holder);
  return { written: counts.reduce((sum, count) => sum + count, changed.length), changed };
}

/** The consent was for the cards of a grid: once none is theirs, the picture goes, and a job takes the file. */
async function portraitInUse(
  database: Database,
  { _id, portrait }: Person,
  held: readonly Post[],
): Promise<Portrait | undefined> {
  if (!portrait || held.some(({ hat }) => hat === 'gridWorker')) return portrait;
  await database.updateWhere(people, { _id, 'portrait.fileId': portrait.fileId }, { unset: ['portrait'] });
  return undefined;
}

async function renameInRoster(database: Database, { communityId }: Person, holder: Holder): Promise<readonly Source[]> {
  const result = await database.transaction(async (transaction) => {
    const community = await transaction.get(communities, communityId);
    if (!community) return done(false);
    const { grids, secretary } = renamed(community, holder);
    if (hashOf([grids, secretary]) === hashOf([community.grids, community.secretary])) return done(false);
    await transaction.update(communities, communityId, { set: { grids, ...(secretary && { secretary }) } });
    return done(true);
  });
  if (!result.ok) throw new Error(`the roster was not written: ${result.code}`);
  return result.data ? [{ kind: 'community', id: communityId }] : [];
}

function renamed({ grids, secretary }: Community, holder: Holder): Pick<Community, 'grids' | 'secretary'> {
  const newest = (one: Holder): Holder => (one.personId === holder.personId ? holder : one);
  return {
    grids: grids.map((grid) => ({
      ...grid,
      ...(grid.worker && { worker: newest(grid.worker) }),
      ...(grid.leader && { leader: newest(grid.leader) }),
    })),
    ...(secretary && { secretary: newest(secretary) }),
  };
}
