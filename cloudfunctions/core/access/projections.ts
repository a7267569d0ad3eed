import { people, type Person } from '../person/person';
import { communities, type Community } from '../place/community';
import { posts, type Post } from '../place/post';
import type { Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import type { Projected, Projection } from '../projection/projection';
import type { Source } from '../projection/source-change';
import { copiedFields, copiedNames } from './build-login';
import { logins, type Login } from './login';

/** A login carries its person, their posts' hats and the community's name, so that one read authorises a call. */
export const accessProjections: readonly Projection[] = [
  { name: 'login.sources', from: ['person', 'community'], project: projectLogins },
];

const optionalNames = [
  'phoneExtension',
  'memberClass',
  'home',
  'serves',
  'teamId',
] as const satisfies readonly (keyof Login)[];
const loginsAtOnce = 50;
/** What one query returns at most. */
const maxPosts = 99;

async function projectLogins(
  database: Database,
  { kind, id }: Source,
  cursor: string | null,
  hasTime: () => boolean,
): Promise<Projected> {
  let written = 0;
  let after = cursor ?? '';
  for (;;) {
    const found = await database.find(logins, {
      where: { [kind === 'person' ? 'personId' : 'communityId']: id, _id: { gt: after } },
      sort: { _id: 'asc' },
      limit: loginsAtOnce,
    });
    written += await renewLogins(database, found);
    const last = found.at(-1);
    if (found.length < loginsAtOnce || !last) return { written };
    after = last._id;
    if (!hasTime()) return { written, cursor: after };
  }
}

async function renewLogins(database: Database, found: readonly Login[]): Promise<number> {
  const first = found[0];
  if (!first) return 0;
  const personIds = [...new Set(found.map(({ personId }) => personId))];
  const [persons, held] = await Promise.all([
    database.find(people, { where: { _id: { oneOf: personIds } }, limit: loginsAtOnce }),
    database.find(posts, { where: { 'holder.personId': { oneOf: personIds } }, limit: maxPosts }),
  ]);
  const communityIds = [...new Set(persons.map(({ communityId }) => communityId))];
  const known = await database.find(communities, { where: { _id: { oneOf: communityIds } }, limit: loginsAtOnce });
  const counts = await Promise.all(
    found.map((login) => {
      const person = persons.find(({ _id }) => _id === login.personId);
      const community = known.find(({ _id }) => _id === person?.communityId);
      return person && community ? renewLogin(database, login, { person, posts: held, community }) : 0;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The hat in use stays, if the person still wears it; a login that was bound to somebody else meanwhile is left. */
async function renewLogin(
  database: Database,
  login: Login,
  sources: { person: Person; posts: readonly Post[]; community: Community },
): Promise<number> {
  const copied = copiedFields(sources, login.heldBack);
  const names = copiedNames.filter((name) => hashOf([copied[name]]) !== hashOf([login[name]]));
  if (names.length === 0) return 0;
  const gone = optionalNames.filter((name) => copied[name] === undefined && login[name] !== undefined);
  const isWorn = copied.hats.some(({ key }) => key === login.hatInUse);
  return database.updateWhere(
    logins,
    { _id: login._id, personId: login.personId },
    {
      set: { ...copied, ...(!isWorn && { hatInUse: copied.hats[0]?.key ?? '' }) },
      ...(gone.length > 0 && { unset: gone }),
    },
  );
}
