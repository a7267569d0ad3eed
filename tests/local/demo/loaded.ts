import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Attendance } from '../../../cloudfunctions/core/activity/attendance';
import type { Card } from '../../../cloudfunctions/core/card/card';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Tally } from '../../../cloudfunctions/core/statistics/tally';
import type { BookLine, Entry, EntryAnnotation } from '../../../cloudfunctions/core/passbook/entry';
import type { Reversal } from '../../../cloudfunctions/core/passbook/disputes/reversal';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Place } from '../../../cloudfunctions/core/place/place';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { Team } from '../../../cloudfunctions/core/place/team';
import { demoDocuments } from '../../../local/demo';
import type { Organisation, Site } from '../../../cloudfunctions/core/site/site';
import type { Station } from '../../../cloudfunctions/core/station/station';

export interface Loaded {
  communities: Community[];
  places: Place[];
  people: Person[];
  posts: Post[];
  teams: Team[];
  logins: LoginWithInbox[];
  cards: Card[];
  orders: Order[];
  activities: Activity[];
  attendances: Attendance[];
  entries: BookLine[];
  passbooks: Passbook[];
  reversals: Reversal[];
  tallies: Tally[];
  stations: Station[];
  sites: Site[];
  orgs: Organisation[];
}

/** A Sunday morning in Taiyuan. */
export const now = new Date('2026-11-22T09:00:00+08:00');

/** Everything that the demo would load, by collection. */
export function loadAll(scale = 1, at = now): Loaded {
  const all: Record<string, object[]> = {};
  for (const documents of demoDocuments(at, scale)) {
    for (const [collection, list] of documents) (all[collection] ??= []).push(...list);
  }
  return all as unknown as Loaded;
}

export const of = <T extends { communityId: string }>(list: readonly T[], communityId: string): T[] =>
  list.filter((one) => one.communityId === communityId);
export const isEntry = (line: BookLine): line is Entry => line.kind === 'entry';
export const isAnnotation = (line: BookLine): line is EntryAnnotation => line.kind === 'annotation';
