import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { readApart } from '../../person/read-apart';
import { communities } from '../../place/community';
import { checkTexts } from '../../platform/content';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, optional, requestId, v, words } from '../../platform/validation';
import { recognitionPolicyOf } from '../community-policy';
import { commendationIdOf, commendations, type Commendation } from '../commendation/commendation';
import { draftCommendation } from '../commendation/draft';
import { frozenMonths, monthsOfBranch } from '../commendation/frozen';
import { approvedView } from '../commendation/view';
import { digest, period } from '../inputs';
import { periodsOf } from '../rules/commend';

/** A list of more is none that anybody reads: the rule is to ask for more. */
const peopleAtMost = 98;

/**
 * The secretary approves the draft that they read. Nobody is put on it by hand; who is left out is, for a reason that
 * only the bookkeepers read.
 * Cost: grows with the months of the period.
 */
export const approveCommendation = signedInEndpoint({
  name: 'recognition.approveCommendation',
  input: object({
    period,
    digest,
    leftOut: v.pipe(v.array(id), v.maxLength(peopleAtMost)),
    reason: optional(words(limits.reasonWords)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    if (input.leftOut.length > 0 && input.reason === undefined) return refuse('INVALID_INPUT', 'reason');
    const refused = input.reason === undefined ? undefined : await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const { database } = context;
    const { communityId, personId, name } = caller.login;
    const branchId = branchOf(caller);
    const { of, ...query } = monthsOfBranch(branchId);
    const [months, community] = await Promise.all([database.find(of, query), database.get(communities, communityId)]);
    const frozen = frozenMonths(months);
    if (!periodsOf(frozen).includes(input.period)) return refuse('NOT_FOUND', 'period');
    const policy = recognitionPolicyOf(community);
    const rule = input.period.length > 4 ? policy.month : policy.year;
    const draft = await draftCommendation(database, branchId, { period: input.period, frozen, rule });
    const isOut = ({ personId: one }: { readonly personId: string }) => input.leftOut.includes(one);
    const approving: Commendation = {
      ...{ _id: commendationIdOf(branchId, input.period), communityId, branchId },
      ...draft,
      people: draft.people.filter((one) => !isOut(one)),
      leftOut: draft.people.filter(isOut).map((one) => ({ personId: one.personId, name: one.name })),
      reason: input.leftOut.length > 0 ? (input.reason ?? '') : '',
      personIds: draft.people.map((one) => one.personId),
      approved: { personId, name, at: context.clock.now() },
      request: context.request,
      ...withAct({}, context, caller, 'recognition.approveCommendation'),
    };
    const apart = await readApart(database, approving.people, apartBy(caller.hat.hat));
    return database.transaction(async (transaction) => {
      const before = await transaction.get(commendations, approving._id);
      if (before) {
        const replay = replayOf([before.request], context.request, () => approvedView(before, true, apart));
        return replay ?? refuse('ALREADY_SETTLED', 'period');
      }
      if (draft.digest !== input.digest) return refuse('STALE_VERSION', 'digest');
      if (approving.people.length > peopleAtMost) return refuse('LIST_FULL', 'period');
      await transaction.insert(commendations, approving);
      return done(approvedView(approving, true, apart));
    });
  },
});
