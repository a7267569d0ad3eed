import { helpKinds, helpLimits } from '../../../../miniprogram/contracts/help';
import { withAct } from '../../access/act';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import { checkTexts } from '../../platform/content';
import { derivedId } from '../../platform/ids';
import { done, refuse } from '../../platform/result';
import { id, object, requestId, v, words } from '../../platform/validation';
import { helpCases, type HelpCase } from '../help-case';
import { visitorFault } from '../rules/home-visits';

/**
 * The branch begins to help one of its members, by somebody of the committee class. Somebody's first write beside
 * orders takes one write more.
 * Cost: 2 reads, 2 writes.
 */
export const openHelpCase = signedInEndpoint({
  name: 'help.openCase',
  input: object({
    personId: id,
    kind: v.picklist(helpKinds),
    words: words(helpLimits.words),
    helperId: id,
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { personId, kind, words: about, helperId }) {
    const { database, clock, request } = context;
    const branchId = branchOf(caller);
    const [member, helper, refused] = await Promise.all([
      database.get(people, personId),
      database.get(people, helperId),
      checkTexts(context, { words: about }),
    ]);
    if (!member || branchOfPerson(member) !== branchId) return refuse('NOT_FOUND', 'personId');
    if (!helper || branchOfPerson(helper) !== branchId) return refuse('NOT_FOUND', 'helperId');
    const fault = visitorFault(helper, member);
    if (fault) return refuse('INVALID_INPUT', fault === 'visitorId' ? 'helperId' : fault);
    if (refused) return refused;
    const opened: HelpCase = {
      _id: derivedId('hc', context.openid, context.requestId),
      communityId: member.communityId,
      branchId,
      personId,
      name: member.name,
      kind,
      words: about,
      helper: { personId: helperId, name: helper.name },
      openedAt: clock.now(),
      open: true,
      notes: [],
      version: 0,
      requests: [request],
      ...withAct({}, context, caller, 'help.openCase'),
    };
    await database.insert(helpCases, opened);
    return done({ caseId: opened._id });
  },
});
