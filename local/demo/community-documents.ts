import type { InboxMessage } from '../../cloudfunctions/core/access/inbox';
import type { LoginWithInbox } from '../../cloudfunctions/core/access/login';
import { firstBranch } from '../../cloudfunctions/core/branch/branch';
import { rostersOf } from '../../cloudfunctions/core/order/matching/helper';
import { newEmployer, type Employer } from '../../cloudfunctions/core/employer/employer';
import { employerIdOf } from '../../cloudfunctions/core/person/employer-id';
import type { Person } from '../../cloudfunctions/core/person/person';
import { buildChengdong } from './communities/chengdong';
import { buildEvergreen } from './communities/evergreen';
import { buildHousuoying } from './communities/housuoying';
import type { DemoCommunity } from './communities/community-builder';
import { buildXibu } from './communities/xibu';
import { buildYijing } from './communities/yijing';
import { withFigures } from './places/figures';
import { toPerson, type DemoPerson } from './people/people-builder';
import { loginsOf } from './people/logins';
import { PhoneNumbers } from './people/phone-numbers';

/** Documents by collection. */
export type Documents = Map<string, object[]>;

export function put(documents: Documents, collection: string, more: readonly object[]): void {
  const list = documents.get(collection);
  if (list === undefined) documents.set(collection, [...more]);
  else for (const document of more) list.push(document);
}

/** The five communities as they stand at `now`, without their history. The same `now` gives the same communities. */
export function buildCommunities(now: Date): DemoCommunity[] {
  const context = { numbers: new PhoneNumbers(), now };
  return [
    buildEvergreen(context),
    buildHousuoying(context),
    buildXibu(context),
    buildChengdong(context),
    buildYijing(context),
  ];
}

/** What the newest history left with people: how many orders they took on this month, which messages they got. */
export interface HistorySummary {
  readonly month: string;
  readonly loads: ReadonlyMap<string, number>;
  /** Orders that are still open, by grid. */
  readonly openOrders: ReadonlyMap<string, number>;
  readonly now: Date;
  readonly inboxes: ReadonlyMap<string, readonly InboxMessage[]>;
}

/** Where members work, as an import would have made it. */
function employersOf(all: readonly DemoPerson[], communityId: string): readonly Employer[] {
  const names = new Set(all.flatMap(({ employer }) => employer ?? []));
  return [...names].map((name) => newEmployer(communityId, employerIdOf(communityId, name), name));
}

/** Everything of a community that does not grow with its history. */
export function standingDocuments(
  { document: community, tree, people, cards, extra }: DemoCommunity,
  { month, loads, openOrders, now, inboxes }: HistorySummary,
): Documents {
  const documents: Documents = new Map();
  put(documents, 'communities', [community]);
  put(documents, 'branches', [firstBranch(community), ...(extra['branches'] ?? [])]);
  put(documents, 'places', withFigures(tree.documents(), people, { openOrders, countedAt: now }));
  const persons = people.all.map((person) => ({
    ...toPerson(person, community._id),
    ...loadOf(loads.get(person.personId), month),
  }));
  put(documents, 'people', persons);
  put(documents, 'helperRosters', rostersOf(community._id, persons, { month, counts: Object.fromEntries(loads) }));
  put(documents, 'employers', employersOf(people.all, community._id));
  put(documents, 'posts', people.posts);
  put(documents, 'teams', people.teams);
  put(
    documents,
    'logins',
    loginsOf(people, community).map((login) => withInbox(login, inboxes.get(login.personId) ?? [])),
  );
  put(documents, 'cards', cards);
  for (const [collection, list] of Object.entries(extra))
    if (collection !== 'branches') put(documents, collection, list);
  return documents;
}

function loadOf(count: number | undefined, month: string): Pick<Person, 'load'> {
  return count === undefined ? {} : { load: { month, count } };
}

function withInbox(login: LoginWithInbox, inbox: readonly InboxMessage[]): LoginWithInbox {
  return { ...login, inbox, unread: inbox.filter(({ read }) => !read).length, inboxSequence: inbox.length };
}
