import type { Person, PersonKind } from '../../person/person';
import { hashOf, derivedId } from '../../platform/ids';
import type { Post } from '../../place/post';
import type { CheckCode } from '../document/page';
import type { PersonFields, PostTarget } from '../document/row-target';
import type { Surroundings } from '../check/surroundings';
import type { StationEntry } from '../entries';
import { changesOf, seenFields } from '../rules/changes';
import { matchPerson } from '../rules/match-person';
import type { KeeperTarget } from './target';

export type KeeperHat = 'instructor' | 'steward' | 'merchant';

/** Somebody whom a row names: who they are, or why that stays open. */
export type FoundKeeper =
  | { readonly ok: true; readonly keeper: KeeperTarget; readonly isChanged: boolean }
  | { readonly ok: false; readonly code: Extract<CheckCode, 'numberMissing' | 'keeperUnclear'> };

/** People and posts that the rows of a page may mean. */
export interface KeepersKnown {
  readonly people: readonly Person[];
  readonly posts: readonly Post[];
}

/** Reads them. Some reads for each 30 numbers, and the posts of the community as a whole. */
export async function readKeepers(around: Surroundings, entries: readonly StationEntry[]): Promise<KeepersKnown> {
  const named = entries.filter(({ person, kind }) => person !== undefined || kind === 'instructor');
  if (named.length === 0) return { people: [], posts: [] };
  const { _id: communityId } = around.community;
  const ids = named.map((entry) => personIdOf(communityId, entry));
  const numbers = [...new Set(named.flatMap(({ phones }) => phones.map(({ number }) => number)))];
  const [known, posts] = await Promise.all([around.peopleAround(ids, numbers, []), around.postsAt([communityId])]);
  return { people: known, posts };
}

/** Who looks after an organisation or keeps a station. Without a number nobody could reach them, nor bind them. */
export function keeperOf(entry: StationEntry, hat: KeeperHat, around: Surroundings, known: KeepersKnown): FoundKeeper {
  const { community } = around;
  const name = entry.person ?? entry.name;
  const number = entry.phones.find(({ kind }) => kind === 'mobile') ?? entry.phones[0];
  if (!number) return { ok: false, code: 'numberMissing' };
  const personId = personIdOf(community._id, entry);
  const numbers = [{ number: number.number, isMobile: number.kind === 'mobile' }];
  const match = matchPerson({ personId, name, numbers }, known.people);
  if (match.match === 'decide') return { ok: false, code: 'keeperUnclear' };
  const person = match.match === 'known' ? match.person : undefined;
  const fields = fieldsOf(hat, number.number, person);
  const id = person?._id ?? personId;
  const post = hat === 'merchant' ? undefined : postOf(hat, id, around, known);
  const target = { personId: id, isNew: person === undefined, name, fields };
  const seen = person && hashOf(seenFields(person, fields));
  const isChanged = person === undefined || changesOf(person, fields).length > 0 || post !== undefined;
  return {
    ok: true,
    isChanged,
    keeper: {
      person: { ...target, ...(seen !== undefined && { seen }), ...(post && { post }) },
      phone: number.number,
    },
  };
}

/** The same person whichever of their rows comes first; `people` of a list of residents have the same ids. */
function personIdOf(communityId: string, { person, name, phones }: StationEntry): string {
  return derivedId('p', 'import', communityId, person ?? name, phones[0]?.number ?? '');
}

function fieldsOf(hat: KeeperHat, phone: string, known: Person | undefined): PersonFields {
  const before: readonly PersonKind[] = known?.kinds ?? [];
  const kinds: readonly PersonKind[] =
    hat === 'merchant' && !before.includes('merchant') ? [...before, 'merchant'] : before;
  return { kinds, phone, phoneOwner: known?.phone === phone ? known.phoneOwner : 'self' };
}

/** The post at the community that they do not have yet. */
function postOf(
  hat: 'instructor' | 'steward',
  personId: string,
  { community }: Surroundings,
  { posts }: KeepersKnown,
): PostTarget | undefined {
  if (posts.some((post) => post.hat === hat && post.holder?.personId === personId)) return undefined;
  const postId = derivedId('post', hat, personId);
  const at = { placeId: community._id, path: community._id, placeName: community.name };
  const own = posts.find(({ _id }) => _id === postId);
  return { postId, isNew: own === undefined, hat, ...at, heldBy: own?.holder?.personId ?? null };
}
