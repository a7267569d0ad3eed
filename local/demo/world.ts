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
  return [buildEvergreen(ground), buildHousuoying(ground), buildXibu(ground), buildChengdong(ground), buildYijing(ground)];
}

/** Everything of a community that does not grow with its history. */
export function standingDocuments({ community, tree, crowd, cards, extra }: Neighbourhood): Documents {
  const documents: Documents = new Map();
  put(documents, 'communities', [community]);
  put(documents, 'places', tree.documents());
  put(documents, 'people', crowd.people.map((somebody) => toPerson(somebody, community._id)));
  put(documents, 'posts', crowd.posts);
  put(documents, 'teams', crowd.teams);
  put(documents, 'logins', loginsOf(crowd, community));
  put(documents, 'cards', cards);
  for (const [collection, list] of Object.entries(extra)) put(documents, collection, list);
  return documents;
}
