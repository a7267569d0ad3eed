import type { InboxMessage } from '../../cloudfunctions/core/access/inbox';
import type { LoginWithInbox } from '../../cloudfunctions/core/access/login';
import type { Person } from '../../cloudfunctions/core/person/person';
import { buildChengdong } from './communities/chengdong';
import { buildEvergreen } from './communities/evergreen';
import { buildHousuoying } from './communities/housuoying';
import type { Neighbourhood } from './communities/neighbourhood';
import { buildXibu } from './communities/xibu';
import { buildYijing } from './communities/yijing';
import { toPerson } from './people/crowd';
import { loginsOf } from './people/logins';
import { Numbers } from './people/numbers';

/** Documents by collection. */
export type Documents = Map<string, object[]>;

export function put(documents: Documents, collection: string, more: readonly object[]): void {
  const list = documents.get(collection);
  if (list === undefined) documents.set(collection, [...more]);
  else for (const document of more) list.push(document);
}

/** The five communities as they stand at `now`, without their history. The same `now` gives the same world. */
export function buildWorld(now: Date): Neighbourhood[] {
  const ground = { numbers: new Numbers(), now };
  return [
    buildEvergreen(ground),
    buildHousuoying(ground),
    buildXibu(ground),
    buildChengdong(ground),
    buildYijing(ground),
  ];
}

/** What the newest history left with people: how many orders they took on this month, what they were told. */
export interface Traces {
  readonly month: string;
  readonly loads: ReadonlyMap<string, number>;
  readonly inboxes: ReadonlyMap<string, readonly InboxMessage[]>;
}

/** Everything of a community that does not grow with its history. */
export function standingDocuments(
  { community, tree, crowd, cards, extra }: Neighbourhood,
  { month, loads, inboxes }: Traces,
): Documents {
  const documents: Documents = new Map();
  put(documents, 'communities', [community]);
  put(documents, 'places', tree.documents());
  put(
    documents,
    'people',
    crowd.people.map((somebody) => ({
      ...toPerson(somebody, community._id),
      ...loadOf(loads.get(somebody.personId), month),
    })),
  );
  put(documents, 'posts', crowd.posts);
  put(documents, 'teams', crowd.teams);
  put(
    documents,
    'logins',
    loginsOf(crowd, community).map((login) => withInbox(login, inboxes.get(login.personId) ?? [])),
  );
  put(documents, 'cards', cards);
  for (const [collection, list] of Object.entries(extra)) put(documents, collection, list);
  return documents;
}

function loadOf(count: number | undefined, month: string): Pick<Person, 'load'> {
  return count === undefined ? {} : { load: { month, count } };
}

function withInbox(login: LoginWithInbox, inbox: readonly InboxMessage[]): LoginWithInbox {
  return { ...login, inbox, unread: inbox.filter(({ read }) => !read).length, inboxSequence: inbox.length };
}
