import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { readApart } from '../../person/read-apart';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { alarms } from '../alarm/alarm';
import { alarmView } from '../alarm/alarm-view';

/**
 * What was found in the books and is not settled, or what was: the newest first. Where two of
 * one name stand in it, one read more.
 * Cost: 2 reads.
 */
export const listAlarms = signedInEndpoint({
  name: 'passbook.listAlarms',
  input: object({ state: v.picklist(['open', 'closed']), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login, hat }, input) {
    const { communityId, personId } = login;
    const where = { communityId, open: input.state === 'open', foundKey: belowCursor(input.cursor) };
    const found = await database.find(alarms, { where, sort: { foundKey: 'desc' }, ...pageQuery(limits.pageSize) });
    const { shown, next } = cutPage(found, limits.pageSize, ({ foundKey }) => foundKey);
    const named = shown.map((one) => ({ personId: one.personId ?? '', name: one.personId === null ? '' : one.name }));
    const apart = await readApart(database, named, apartBy(hat.hat));
    const views = shown.map((alarm) => ({ ...alarmView(alarm, personId), ...apart(alarm.personId ?? '') }));
    return done({ alarms: views, ...(next !== undefined && { next }) });
  },
});
