import { complaintLists } from '../../../../miniprogram/contracts/complaint';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done, refuse } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { complaints, unlistedComplaint } from '../complaint';
import { complaintView, receiverPost } from '../view';

/**
 * What the caller complained about, or what is theirs to answer by the hat in use, newest first.
 * Cost: 2 reads.
 */
export const listComplaints = signedInEndpoint({
  name: 'complaint.list',
  input: object({ list: v.picklist(complaintLists), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { list, cursor: before }) {
    const { communityId, personId } = caller.login;
    const receiver = receiverPost(caller);
    if (list === 'received' && !receiver) return refuse('FORBIDDEN', 'list');
    const found = await database.find(complaints, {
      where: {
        ...(list === 'received' ? { communityId, receiver: receiver ?? null } : { 'author.personId': personId }),
        listKey: belowCursor(before),
      },
      sort: { listKey: 'desc' },
      ...pageQuery(limits.pageSize),
      exclude: unlistedComplaint,
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ listKey }) => listKey);
    const read = shown.filter(({ author }) => list === 'own' || author.personId !== personId);
    return done({
      complaints: read.map((one) => complaintView(one, caller)),
      receives: receiver !== undefined,
      ...(next !== undefined && { next }),
    });
  },
});
