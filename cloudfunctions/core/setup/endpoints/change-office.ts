import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct, type Acts } from '../../access/act';
import { pushRequest } from '../../access/recent-requests';
import { signedInEndpoint } from '../../access/endpoint';
import { logins } from '../../access/login';
import type { Community } from '../../place/community';
import { checkTexts } from '../../platform/content';
import { collection } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { line, object, personName, personPhone, requestId, v } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';
import { readProgress } from '../read-progress';

const communitiesWithActs = collection<Community & Acts>('communities');

const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));
const weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));
const hours = v.pipe(
  object({
    days: v.pipe(v.array(weekday), v.minLength(1), v.maxLength(7)),
    fromMinute: minuteOfDay,
    toMinute: minuteOfDay,
    text: line(limits.officeHours),
  }),
  v.forward(
    v.check(({ fromMinute, toMinute }) => fromMinute < toMinute),
    ['toMinute'],
  ),
);

/**
 * The office's numbers and hours from now on; who changed them, and when, stays with the community. Cards ask the
 * community, so that they say so at once.
 * A secretary who is appointed costs one read more. Somebody's first write beside orders takes one write more.
 * Cost: 5 reads, 4 writes.
 */
export const changeOffice = signedInEndpoint({
  name: 'setup.changeOffice',
  input: object({
    officePhone: personPhone,
    officeAddress: line(limits.officeAddress),
    hours,
    dutyName: personName,
    dutyPhone: personPhone,
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, actor, { officePhone, officeAddress, hours: wanted, dutyName, dutyPhone }) {
    const { login } = actor;
    const { communityId } = login;
    const answer = async () => {
      const progress = await readProgress(context.database, communityId);
      return progress ? done(progress) : refuse('NOT_FOUND');
    };
    const replay = replayOf(login.recentRequests, context.request, () => null);
    if (replay) return replay.ok ? answer() : replay;
    const refusal = await checkTexts(context, { officeAddress, 'hours.text': wanted.text, dutyName });
    if (refusal) return refusal;
    const changed = await context.database.transaction(async (transaction) => {
      // The same call twice at once: the second finds what the first one noted.
      const own = await transaction.get(logins, login._id);
      if (own && replayOf(own.recentRequests, context.request, () => null)) return done(null);
      const before = await transaction.get(communitiesWithActs, communityId);
      if (!before) return refuse('NOT_FOUND');
      await transaction.update(communitiesWithActs, communityId, {
        set: {
          office: { phone: officePhone, address: officeAddress, hours: wanted },
          duty: { name: dutyName, phone: dutyPhone },
          ...withAct(before, context, actor, 'setup.changeOffice'),
        },
      });
      await transaction.update(logins, login._id, { push: pushRequest(context.request) });
      const occasion = { at: context.clock.now(), revision: context.request.requestKey };
      await recordChange(transaction, { kind: 'community', id: communityId }, occasion);
      return done(null);
    });
    return changed.ok ? answer() : changed;
  },
});
