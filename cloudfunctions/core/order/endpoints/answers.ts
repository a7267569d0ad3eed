import { declineReasons, releaseReasons } from '../../../../miniprogram/contracts/order';
import { signedInEndpoint } from '../../person/endpoint';
import type { SignedIn } from '../../person/actor';
import { checkTexts } from '../../platform/content';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, v } from '../../platform/validation';
import type { Candidate } from '../command';
import { moveKeys, note } from '../inputs';
import { move, orderAhead } from '../move';
import { isMember } from '../reader';

/** The first acceptance wins; a captain may name who goes. Two reads and one write. */
export const acceptOrder = signedInEndpoint({
  name: 'order.accept',
  input: object({ ...moveKeys, memberId: optional(id) }),
  identity: 'caller',
  idempotency: 'order',
  ahead: orderAhead,
  companions: ({ memberId }) => (memberId === undefined ? [] : [memberId]),
  async run(context, caller, { memberId, ...input }) {
    const goer = goerOf(caller, memberId);
    return goer.ok ? move(context, caller, { input, command: { action: 'accept', goer: goer.data } }) : goer;
  },
});

function goerOf(caller: SignedIn, memberId: string | undefined): Result<Candidate | null> {
  if (memberId === undefined || memberId === caller.login.personId) return done(null);
  const login = caller.companions.find(
    (one) => one.personId === memberId && one.communityId === caller.login.communityId,
  );
  if (!login) return refuse('MEMBER_UNREACHABLE', 'memberId');
  const { personId, name, phone, _id, teamId = null } = login;
  return done({ personId, name, phone, openid: _id, teamId, ...(!isMember(login) && { staff: true }) });
}

export const declineOrder = signedInEndpoint({
  name: 'order.decline',
  input: object({ ...moveKeys, reason: v.picklist(declineReasons), note }),
  identity: 'caller',
  idempotency: 'order',
  ahead: orderAhead,
  run: (context, caller, { reason, note: said, ...input }) =>
    move(context, caller, {
      input,
      command: { action: 'decline', reason, note: said ?? null },
      beforeWrite: () => checkTexts(context, { note: said }),
    }),
});

export const releaseOrder = signedInEndpoint({
  name: 'order.release',
  input: object({ ...moveKeys, reason: v.picklist(releaseReasons), note }),
  identity: 'caller',
  idempotency: 'order',
  ahead: orderAhead,
  run: (context, caller, { reason, note: said, ...input }) =>
    move(context, caller, {
      input,
      command: { action: 'release', reason, note: said ?? null },
      beforeWrite: () => checkTexts(context, { note: said }),
    }),
});
