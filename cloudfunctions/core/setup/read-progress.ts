import type { OfficeView, SetupProgressView } from '../../../miniprogram/contracts/setup';
import { logins } from '../access/login';
import { cards } from '../card/card';
import { people } from '../person/person';
import { communities, type Community } from '../place/community';
import { places } from '../place/place';
import type { Database } from '../platform/database';
import { setupProgress } from './rules/steps';

/**
 * How far a community has come. Five reads.
 * @returns undefined where there is no such community
 */
export async function readProgress(database: Database, communityId: string): Promise<SetupProgressView | undefined> {
  const [community, courtyards, others, issued] = await Promise.all([
    database.get(communities, communityId),
    database.find(places, { where: { communityId, kind: 'courtyard' }, limit: 1 }),
    database.find(people, { where: { communityId }, limit: 2 }),
    database.find(cards, { where: { communityId }, limit: 1 }),
  ]);
  if (!community) return undefined;
  const steps = setupProgress({
    community,
    hasCourtyards: courtyards.length > 0,
    hasPeople: others.length > 1,
    isSecretaryConfirmed: await isWorn(database, community.secretary?.personId),
    hasCards: issued.length > 0,
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
