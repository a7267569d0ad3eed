import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { branchOf, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import type { Notification } from '../../message/outgoing';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { policyOfBranch } from '../../policy/branch-points';
import { communities } from '../../place/community';
import { keeperIdOf } from '../../place/branch';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, requestId, v, words } from '../../platform/validation';
import { countWaiting } from '../../statistics/waiting-lines';
import { grants, type Grant } from '../grants/grant';
import { countGrant, readGrantMonth, replayedGrant, withGrantNews, type GrantChange } from '../grants/grant-store';
import { grantView } from '../grants/grant-view';
import { defaultPassbookPolicy, grantCapOf } from '../policy';
import { readerOf } from '../reader';
import { signFault } from '../rules/disputes';
import { exceedsCap, grantPosting } from '../rules/grants';
import { signSecond } from '../sign-second';
import { writePosting } from '../store';

/**
 * The second person: agreeing writes the line, within what its proposer may give in a month in all branches together,
 * by the policy of the proposal and of now, and its owner hears of it at once; disagreeing writes nothing, for a
 * reason, and the proposer hears.
 * Cost: 6 reads, 6 writes; to notify, 1 read, 1 write.
 */
export const signGrant = signedInEndpoint({
  name: 'passbook.signGrant',
  input: object({ grantId: id, agree: v.boolean(), reason: optional(words(limits.reasonWords)), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const signed = await signSecond(context, input, (transaction) => sign(transaction, context, caller, input));
    return signed.ok ? done(grantView(signed.data.grant, readerOf(context, caller))) : signed;
  },
});

type Signature = { readonly grantId: string; readonly agree: boolean; readonly reason?: string };

async function sign(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  { grantId, agree, reason = '' }: Signature,
): Promise<Result<GrantChange>> {
  const { personId, name } = caller.login;
  const before = await transaction.get(grants, grantId);
  if (before?.branchId !== branchOf(caller)) return refuse('NOT_FOUND', 'grantId');
  const replay = replayOf(before.requests, context.request, () => replayedGrant(before));
  if (replay) return replay;
  if (before.state !== 'proposed') return refuse('ALREADY_SETTLED', 'grantId');
  const fault = signFault(before.proposal.personId, before.personId, personId);
  if (fault) return refuse(fault, 'grantId');
  const at = context.clock.now();
  if (agree) {
    const overCap = await post(transaction, before, at);
    if (overCap) return overCap;
  }
  const settled: Grant = {
    ...before,
    state: agree ? 'signed' : 'refused',
    open: false,
    settled: { personId, name, at, refusal: agree ? null : reason },
    requests: [...before.requests, context.request],
    ...withAct(before, context, caller, 'passbook.signGrant'),
  };
  const change = withGrantNews(settled, at, [newsOf(settled, name)]);
  const { _id, ...fields } = change.grant;
  await transaction.update(grants, _id, { set: fields });
  await countWaiting(transaction, keeperIdOf(before.branchId), { grants: -1 }, at);
  return done(change);
}

/** The line, and its place in the month of whoever proposed it; a balance from paper gives nobody anything new. */
async function post(transaction: Transaction, grant: Grant, at: Date) {
  if (grant.kind === 'grant') {
    const { communityId, branchId, proposal, points } = grant;
    const community = await transaction.get(communities, communityId);
    const policy = community && policyOfBranch(community, branchId).passbook;
    const cap = Math.min(grant.cap, grantCapOf(policy ?? defaultPassbookPolicy));
    const before = await readGrantMonth(transaction, communityId, { personId: proposal.personId, at });
    if (exceedsCap(before?.points ?? 0, points, cap)) return refuse('GRANT_CAP_REACHED', 'grantId');
    await countGrant(transaction, grant, { before, at });
  }
  await writePosting(transaction, grantPosting(grant, at));
  return undefined;
}

/** The owner hears of points, from whom and why; the proposer of a refusal. */
function newsOf({ state, kind, personId, points, reason, proposal }: Grant, signer: string): Notification {
  if (state === 'refused')
    return { personIds: [proposal.personId], content: { kind: 'grant-refused', title: reason, name: signer } };
  const content = { title: reason, name: `${proposal.name}、${signer}`, points };
  return { personIds: [personId], content: { kind: kind === 'opening' ? 'opened' : 'granted', ...content } };
}
