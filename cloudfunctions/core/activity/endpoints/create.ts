import { activityKinds } from '../../../../miniprogram/contracts/activity';
import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { branchOf, type SignedIn } from '../../access/caller';
import { branches, type Branch } from '../../branch/branch';
import { signedInEndpoint } from '../../access/endpoint';
import type { Person } from '../../person/person';
import { communities, type Community } from '../../place/community';
import { policyOfBranch } from '../../policy/branch-points';
import { defaultMomentMinutes } from '../policy';
import { faultOfRules } from '../rules/attendance-rules';
import { isPlannable } from '../rules/times';
import { deliver, deliverMissing } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import type { OutgoingMessage } from '../../message/outgoing';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, type Refusal, type Result } from '../../platform/result';
import { id, instant, line, object, optional, requestId, v } from '../../platform/validation';
import { activities, type Activity } from '../activity';
import { invite, readMembers, rollOf } from '../invite';
import { readRoll } from '../roll';
import { activityNews } from '../news';
import { viewOf } from '../view';

/**
 * A meeting to which every member of the branch is expected, under the rules as they are now; of one that is to come
 * they are told, which takes a read and a write more. From somebody's second write beside orders on, one write less.
 * Cost: 3 reads, 5 writes.
 */
export const createActivity = signedInEndpoint({
  name: 'activity.create',
  input: object({
    title: line(limits.activityTitle),
    kind: v.picklist(activityKinds),
    startsAt: instant,
    placeName: line(limits.activityPlace),
    organiserId: optional(id),
    guideId: optional(id),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    if (!isPlannable(new Date(input.startsAt), context.clock.now())) return refuse('INVALID_INPUT', 'startsAt');
    const branchId = branchOf(caller);
    const [found, members] = await Promise.all([
      context.database.getWith(branches, branchId, { in: communities, by: 'communityId' }),
      readMembers(context.database, branchId),
    ]);
    if (!found?.other) return refuse('NOT_FOUND');
    const { document: branch, other: community } = found;
    const rules = branch.attendance ?? community.policy.activity.attendance;
    const fault = policyFault(community, rules);
    if (fault) return fault;
    if (members.length > limits.activityPeople) return refuse('BRANCH_TOO_LARGE');
    const refused =
      roleFault(members, input) ?? (await checkTexts(context, { title: input.title, placeName: input.placeName }));
    if (refused) return refused;
    const activity = activityOf(context, caller, { ...input, branch, community, members });
    return insert(context, caller, { activity, members, signInByCode: branch.signInByCode === true });
  },
});

/** A branch without a book posts no points; standards that do not hold are refused, and none put in their place. */
function policyFault({ policy }: Community, rules: Activity['rules'] | undefined): Refusal | undefined {
  const memberClass = rules && faultOfRules(rules, policy.activity.maxPoints);
  return memberClass ? refuse('POLICY_INVALID', `policy.activity.attendance.${memberClass}`) : undefined;
}

interface Roles {
  readonly organiserId?: string;
  readonly guideId?: string;
}

/** Young members organise on stage; who guides them is of the committee, and their mentor if they have one (S3-09). */
function roleFault(members: readonly Person[], { organiserId, guideId }: Roles): Refusal | undefined {
  const classOf = (personId: string) => members.find(({ _id }) => _id === personId)?.memberClass;
  if (organiserId !== undefined && classOf(organiserId) !== 'young') return refuse('INVALID_INPUT', 'organiserId');
  if (guideId !== undefined && classOf(guideId) !== 'committee') return refuse('INVALID_INPUT', 'guideId');
  const mentorId = mentorOf(members, organiserId);
  if (mentorId !== undefined && (guideId ?? mentorId) !== mentorId) return refuse('INVALID_INPUT', 'guideId');
  return undefined;
}

/** Whoever guides somebody; nobody where that one is not a member here, or of the committee, any more. */
function mentorOf(members: readonly Person[], personId: string | undefined): string | undefined {
  const mentorId = members.find(({ _id }) => _id === personId)?.mentorId;
  return members.find(({ _id, memberClass }) => _id === mentorId && memberClass === 'committee')?._id;
}

interface Plan extends Roles {
  readonly title: string;
  readonly kind: Activity['kind'];
  readonly startsAt: string;
  readonly placeName: string;
  readonly branch: Branch;
  readonly community: Community;
  readonly members: readonly Person[];
}

function activityOf(context: Context, caller: SignedIn, plan: Plan): Activity {
  const { login } = caller;
  const { title, kind, placeName, branch, community } = plan;
  const _id = derivedId('a', context.openid, context.requestId);
  const startsAt = new Date(plan.startsAt);
  return {
    _id,
    communityId: login.communityId,
    branchId: branch._id,
    branchName: branch.name,
    title,
    kind,
    startsAt,
    startKey: timeKey(startsAt, _id),
    placeName,
    state: 'open',
    counts: { expected: plan.members.length, present: 0, excused: 0 },
    leaders: leadersOf(plan),
    call: 1,
    rules: branch.attendance ?? community.policy.activity.attendance ?? [],
    createdBy: { personId: login.personId, name: login.name },
    createdAt: context.clock.now(),
    pairCap: policyOfBranch(community, branch._id).activity.pairCap,
    momentMinutes: community.policy.activity.momentMinutes ?? defaultMomentMinutes,
    closing: null,
    signature: null,
    returned: null,
    closedAt: null,
    unfinished: { work: 'inviting', since: context.clock.now() },
    version: 1,
    requests: [context.request],
    ...withAct({}, context, caller, 'activity.create'),
  };
}

/** Where nobody is named to guide, whoever organises has their mentor behind them, if that is a member here. */
function leadersOf({ organiserId, guideId: named, members }: Plan): Activity['leaders'] {
  const guideId = named ?? mentorOf(members, organiserId);
  return { ...(organiserId !== undefined && { organiserId }), ...(guideId !== undefined && { guideId }) };
}

/** Everybody hears of what is to come; what is entered afterwards announces nothing. */
function announcementOf(activity: Activity, members: readonly Person[]): readonly OutgoingMessage[] {
  const { createdAt, createdBy, startsAt } = activity;
  if (startsAt <= createdAt) return [];
  const personIds = members.map(({ _id }) => _id);
  return activityNews(activity, 'meeting-announced', personIds, { ...createdBy, at: createdAt });
}

interface NewActivity {
  readonly activity: Activity;
  readonly members: readonly Person[];
  readonly signInByCode: boolean;
}

/** The activity first, then everybody's line: what breaks off between is found by its mark, and done. */
async function insert(
  context: Context,
  caller: SignedIn,
  { activity, members, signInByCode }: NewActivity,
): Promise<Result<ReturnType<typeof viewOf>>> {
  const messages = announcementOf(activity, members);
  const isNew = await context.database.insert(activities, { ...activity, ...addToOutbox({}, messages) });
  const stored = isNew ? activity : await context.database.get(activities, activity._id);
  if (!stored) return refuse('BUSY');
  const repeated = isNew ? done(stored) : replayOf(stored.requests, context.request, () => stored);
  if (!repeated?.ok) return repeated ?? refuse('REQUEST_REUSED', 'requestId');
  if (stored.unfinished?.work === 'inviting') await invite(context, stored, members);
  await (isNew ? deliver(context, messages) : deliverMissing(context, stored.outbox ?? []));
  const roll = isNew ? rollOf(stored, members) : await readRoll(context, stored._id);
  return done(viewOf({ activity: stored, signInByCode, roll }, caller, context.clock.now()));
}
