import type { OfficeView, SetupProgressView } from '../../../miniprogram/contracts/setup';
import { logins } from '../access/login';
import { cards } from '../card/card';
import { people } from '../person/person';
import { communities, type Community } from '../place/community';
import { places } from '../place/place';
import { posts } from '../place/post';
import type { Database } from '../platform/database';
import { setupProgress } from './rules/steps';

/** Who holds these posts is read from the posts: the community's copies of them follow with the timer. */
const staffHats = ['gridWorker', 'secretary'] as const;
const maxStaff = 99;

/**
 * How far a community has come. Six reads.
 * @returns undefined where there is no such community
 */
export async function readProgress(database: Database, communityId: string): Promise<SetupProgressView | undefined> {
  const [community, courtyards, others, issued, staff] = await Promise.all([
    database.get(communities, communityId),
    database.find(places, { where: { communityId, kind: 'courtyard' }, limit: 1 }),
    database.find(people, { where: { communityId }, limit: 2 }),
    database.find(cards, { where: { communityId }, limit: 1 }),
    database.find(posts, { where: { communityId, hat: { oneOf: staffHats } }, limit: maxStaff }),
  ]);
  if (!community) return undefined;
  const secretary = staff.find(({ hat, placeId }) => hat === 'secretary' && placeId === communityId)?.holder;
  const steps = setupProgress({
    community,
    hasCourtyards: courtyards.length > 0,
    hasPeople: others.length > 1,
    isSecretaryConfirmed: await isWorn(database, secretary?.personId),
    hasCards: issued.length > 0,
    workedGridIds: new Set(
      staff.flatMap(({ hat, holder, placeId }) => (hat === 'gridWorker' && holder ? [placeId] : [])),
    ),
  });
  return { communityName: community.name, office: officeView(community), steps };
}

function officeView({ office, duty }: Community): OfficeView {
  return { ...office, dutyName: duty.name, dutyPhone: duty.phone };
}

/** Whether the secretary has a login that wears the hat. */
async function isWorn(database: Database, personId: string | undefined): Promise<boolean> {
  if (personId === undefined) return false;
  const found = await database.find(logins, { where: { personId }, limit: 9, exclude: ['inbox'] });
  return found.some(({ hats }) => hats.some(({ hat }) => hat === 'secretary'));
}
