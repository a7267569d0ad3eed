import { limits } from '../../../../miniprogram/contracts/limits';
import { thanksLists, type ThanksList } from '../../../../miniprogram/contracts/thanks';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { scopeOf } from '../../access/permissions';
import { communities, type Community } from '../../place/community';
import type { Question, Where } from '../../platform/database';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done, refuse } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { readHidden, recognitionChoices, type RecognitionChoice } from '../choice';
import { isShown } from '../community-policy';
import { thanksNotes, type ThanksNote } from '../thanks/thanks-note';
import { thanksView } from '../thanks/view';

/**
 * Thanks on the wall, to the reader, of the reader, or those that a person is to look at; the newest first. On the wall
 * there is none where the community does not show it, nor any of which everybody who is thanked does not want it.
 * Cost: 3 reads.
 */
export const listThanks = signedInEndpoint({
  name: 'recognition.listThanks',
  input: object({ list: v.picklist(thanksLists), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { list, cursor: after }) {
    const { communityId, personId } = caller.login;
    const decides = scopeOf(caller.hat.hat, 'recognition.decideThanks') !== 'none';
    if (list === 'waiting' && !decides) return refuse('FORBIDDEN', 'list');
    const asked: Question<Community> = { of: communities, where: { _id: communityId }, limit: 1 };
    const own: Question<RecognitionChoice> = { of: recognitionChoices, where: { _id: personId }, limit: 1 };
    const notes: Question<ThanksNote> = {
      of: thanksNotes,
      where: { ...whereOf(list, caller), timeKey: belowCursor(after) },
      sort: { timeKey: 'desc' },
      ...pageQuery(limits.pageSize),
    };
    const [[community] = [], [choice] = [], found = []] =
      (await database.findTogether(communities, [asked, own, notes] as const)) ?? [];
    const shown = isShown(community, 'thanks');
    const { shown: page, next } = cutPage(found, limits.pageSize, ({ timeKey }) => timeKey);
    const read = list === 'wall' && !shown ? [] : page;
    const ids = [...new Set(read.flatMap(({ helperIds }) => helperIds))];
    const hidden = await readHidden(database, list === 'toMe' ? ids.filter((one) => one !== personId) : ids, 'thanks');
    const thanks = read
      .filter(({ helperIds }) => list !== 'wall' || helperIds.some((one) => !hidden.has(one)))
      .map((note) =>
        thanksView(note, {
          hidden,
          isWhole: list === 'own' || list === 'waiting',
          mayDecide: decides && note.authorId !== personId && !note.helperIds.includes(personId),
        }),
      );
    const more = read.length > 0 && next !== undefined && { next };
    return done({ shown, thanks, hidden: choice?.hidden ?? [], decides, ...more });
  },
});

function whereOf(list: ThanksList, { login: { communityId, personId } }: SignedIn): Where {
  switch (list) {
    case 'wall':
      return { communityId, shown: true };
    case 'waiting':
      return { communityId, awaits: true };
    case 'toMe':
      return { helperIds: personId, shown: true };
    case 'own':
      return { authorId: personId };
  }
}
