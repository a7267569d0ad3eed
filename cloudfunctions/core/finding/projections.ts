import { people } from '../person/person';
import { noteCommunityChange } from '../place/community-change';
import { places } from '../place/place';
import { posts } from '../place/post';
import { teams } from '../place/team';
import type { Collection, Database, Stored } from '../platform/database';
import type { ChangedSource, Projected, Projection } from '../projection/projection';
import type { SourceKind } from '../projection/source-change';

/** The night's walks look at the communities in which something changed. */
export const findingProjections: readonly Projection[] = [
  { name: 'finding.change', from: ['community', 'place', 'person', 'post', 'team'], project: projectChange },
];

/** What the sources say of the community that they are in. */
interface Owned extends Stored {
  readonly communityId: string;
}

const owned: Readonly<Record<Exclude<SourceKind, 'community'>, Collection<Owned>>> = {
  place: places,
  person: people,
  post: posts,
  team: teams,
};

async function projectChange(database: Database, { kind, id, at }: ChangedSource): Promise<Projected> {
  const communityId = kind === 'community' ? id : (await database.get(owned[kind], id))?.communityId;
  if (communityId !== undefined) await noteCommunityChange(database, communityId, at);
  return { written: communityId === undefined ? 0 : 1 };
}
