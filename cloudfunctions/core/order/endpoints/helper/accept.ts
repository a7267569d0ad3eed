import { signedInEndpoint } from '../../../access/endpoint';
import type { SignedIn } from '../../../access/caller';
import { done, refuse, type Result } from '../../../platform/result';
import { id, object, optional } from '../../../platform/validation';
import type { Candidate } from '../../rules/command';
import { moveKeys } from '../../flow/inputs';
import { moveOrder } from '../../flow/move-order';
import { prefetchMove } from '../../flow/find-order';
import { isMember } from '../../flow/order-actor';

/**
 * The first acceptance wins; a captain may name who goes.
 * Cost: 1 read, 1 write; to notify, 1 write.
 */
export const acceptOrder = signedInEndpoint({
  name: 'order.accept',
  input: object({ ...moveKeys, memberId: optional(id) }),
  identity: 'caller',
  idempotency: 'inDocument',
  prefetch: (input) => prefetchMove(input),
  relatedPersonIds: ({ memberId }) => (memberId === undefined ? [] : [memberId]),
  async run(context, caller, { memberId, ...input }) {
    const assignedMember = assignedMemberOf(caller, memberId);
    return assignedMember.ok
      ? moveOrder(context, caller, { input, command: { action: 'accept', assignedMember: assignedMember.data } })
      : assignedMember;
  },
});

function assignedMemberOf(caller: SignedIn, memberId: string | undefined): Result<Candidate | null> {
  if (memberId === undefined || memberId === caller.login.personId) return done(null);
  const login = caller.relatedLogins.find(
    (one) => one.personId === memberId && one.communityId === caller.login.communityId,
  );
  if (!login) return refuse('MEMBER_UNREACHABLE', 'memberId');
  const { personId, name, phone, _id, teamId = null } = login;
  return done({ personId, name, phone, openid: _id, teamId, ...(!isMember(login) && { staff: true }) });
}
