import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v } from '../../platform/validation';
import { changeRecord } from '../change-record';

/** A room holds no more. */
const maxJoined = 60;

/**
 * Somebody comes to an activity or a training, or comes after all not. Refusals: `RECORD_BEGUN`, `RECORD_FULL`.
 * Cost: 2 reads, 2 writes.
 */
export const joinSiteRecord = signedInEndpoint({
  name: 'site.joinRecord',
  input: object({ recordId: id, join: v.boolean(), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, { recordId, join }) =>
    changeRecord(context, caller, recordId, ({ kind, at, joined }) => {
      if (kind !== 'activity' && kind !== 'training') return refuse('NOT_FOUND', 'recordId');
      if (at <= context.clock.now()) return refuse('RECORD_BEGUN', 'recordId');
      const { personId, name } = caller.login;
      const others = joined.filter((joiner) => joiner.personId !== personId);
      if (join && others.length >= maxJoined) return refuse('RECORD_FULL', 'recordId');
      return done({ joined: join ? [...others, { personId, name }] : others });
    }),
});
