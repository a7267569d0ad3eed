import type { OwnTextView } from '../../../miniprogram/contracts/privacy';
import { attendances, type Attendance } from '../activity/attendance';
import { complaints, type Complaint } from '../complaint/complaint';
import { orders, unlisted, type Order } from '../order/document/order';
import { blackedOut, ownTextsOf } from '../order/rules/own-texts';
import { fillPage, scanLimit } from '../order/lists/fill-page';
import type { Collection, Database, Stored } from '../platform/database';
import { belowCursor } from '../platform/page';
import { thanksNotes, type ThanksNote } from '../recognition/thanks/thanks-note';

/** Of each of the other nouns so many, the newest: more than anybody writes in years. */
const othersAtMost = 99;

/** What holds texts of an order that its view does not list, so that they are read with it. */
const withTexts: ReadonlySet<string> = new Set(['photos', 'evidence', 'rating', 'trail']);
const unread = unlisted.filter((field) => !withTexts.has(field));

const isText = (text: string): boolean => text !== '' && text !== blackedOut;

/** Of what somebody asked for or joined, or went to do, each text of theirs, newest order first. */
export async function readOrderTexts(
  database: Database,
  personId: string,
  { of, cursor = '' }: { readonly of: 'asked' | 'helped'; readonly cursor?: string },
): Promise<{ readonly texts: readonly OwnTextView[]; readonly next?: string }> {
  const field = of === 'asked' ? 'followers' : 'responsibleIds';
  const readState = (closed: boolean, after: string) =>
    database.find(orders, {
      where: { [field]: personId, closed, createdKey: belowCursor(after === '' ? undefined : after) },
      sort: { createdKey: 'desc' },
      limit: scanLimit,
      exclude: unread,
    });
  const { shown, next } = await fillPage<Order>({
    after: cursor,
    async read(after) {
      const both = (await Promise.all([readState(false, after), readState(true, after)])).flat();
      return both.sort((one, other) => (one.createdKey < other.createdKey ? 1 : -1)).slice(0, scanLimit);
    },
    keyOf: ({ createdKey }) => createdKey,
    fits: (order) => ownTextsOf(order, personId).length > 0,
  });
  const texts = shown.flatMap((order) => orderTexts(order, personId));
  return { texts, ...(next !== undefined && { next }) };
}

function orderTexts(order: Order, personId: string): readonly OwnTextView[] {
  const { _id: id, number, createdAt } = order;
  return ownTextsOf(order, personId).map(({ part, text }) => ({
    ...{ source: 'order' as const, id, part, text, number },
    at: createdAt.toISOString(),
  }));
}

/** Thanks, complaints and answers to them, and reasons to stay away from a meeting, newest first. */
export async function readOtherTexts(database: Database, personId: string): Promise<readonly OwnTextView[]> {
  const of = <T extends Stored>(within: Collection<T>, author: string, key: string) =>
    database.find(within, { where: { [author]: personId }, sort: { [key]: 'desc' }, limit: othersAtMost });
  const [thanks, made, leaves] = await Promise.all([
    of(thanksNotes, 'authorId', 'timeKey'),
    of(complaints, 'author.personId', 'listKey'),
    of(attendances, 'personId', 'startKey'),
  ]);
  const found = [...thanks.map(thanksText), ...made.map(complaintText), ...leaves.flatMap(leaveText)];
  return found
    .filter(({ text }) => isText(text))
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

const thanksText = ({ _id: id, words: text, at }: ThanksNote): OwnTextView => ({
  ...{ source: 'thanks', id, part: 'words', text },
  at: at.toISOString(),
});

const complaintText = ({ _id: id, words: text, at }: Complaint): OwnTextView => ({
  ...{ source: 'complaint', id, part: 'words', text },
  at: at.toISOString(),
});

function leaveText({ _id: id, personId, leave }: Attendance): readonly OwnTextView[] {
  if (!leave || leave.asked.personId !== personId) return [];
  return [{ source: 'leave', id, part: 'words', text: leave.reason, at: leave.asked.at.toISOString() }];
}
