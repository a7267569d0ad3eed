import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { changeRecord } from '../change-record';

/** A room holds no more. */
const maxJoined = 60;

/**
 * Somebody comes to an activity or a training, or comes after all not.
 * Cost: 2 reads, 2 writes.
 */
export const joinSiteRecord = signedInEndpoint({
  name: 'site.joinRecord',
  input: object({ recordId: id, join: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, { recordId, join }) =>
    changeRecord(context, caller, recordId, ({ kind, at, joined }) => {
      if (kind !== 'activity' && kind !== 'training') return refuse('WRONG_STATUS', 'recordId');
      if (at <= context.clock.now()) return refuse('ACTIVITY_CLOSED', 'recordId');
      const { personId, name } = caller.login;
      const others = joined.filter((joiner) => joiner.personId !== personId);
      if (join && others.length >= maxJoined) return refuse('ACTIVITY_CLOSED', 'recordId');
      return done({ joined: join ? [...others, { personId, name }] : others });
    }),
});
