import { activityKinds } from '../../../../miniprogram/contracts/activity';
import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people, type Person } from '../../person/person';
import { branchIdOf } from '../../place/branch';
import { communities, type Community } from '../../place/community';
import { defaultMomentMinutes } from '../policy';
import { faultOfRules } from '../rules/attendance-rules';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, type Refusal, type Result } from '../../platform/result';
import { id, instant, line, object, optional, requestId, v } from '../../platform/validation';
import { activities, type Activity, type Attendance } from '../activity';
import { viewOf } from '../view';

/** Longest name of a meeting place. */
const placeLength = 40;

/**
 * A meeting to which every member of the branch is expected, under the rules as they are now.
 * From somebody's second write beside orders on, one write less.
 * Cost: 3 reads, 3 writes.
 */
export const createActivity = signedInEndpoint({
  name: 'activity.create',
  input: object({
    title: line(limits.activityTitle),
    kind: v.picklist(activityKinds),
    startsAt: instant,
    placeName: line(placeLength),
    organiserId: optional(id),
    guideId: optional(id),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { communityId } = caller.login;
    const [community, members] = await Promise.all([
      context.database.get(communities, communityId),
      context.database.find(people, {
        where: { branchId: branchIdOf(communityId), kinds: 'branchMember' },
        limit: limits.activityPeople + 1,
      }),
    ]);
    if (!community) return refuse('NOT_FOUND');
    const fault = policyFault(community);
    if (fault) return fault;
    if (members.length > limits.activityPeople) return refuse('BRANCH_TOO_LARGE');
    const refused =
      roleFault(members, input) ?? (await checkTexts(context, { title: input.title, placeName: input.placeName }));
    if (refused) return refused;
    return insert(context, caller, activityOf(context, caller, { ...input, community, members }));
  },
});

/** A branch without a book posts no points; standards that do not hold are refused, and none put in their place. */
function policyFault({ policy }: Community): Refusal | undefined {
  const { attendance, maxPoints } = policy.activity;
  const memberClass = attendance && faultOfRules(attendance, maxPoints);
  return memberClass ? refuse('POLICY_INVALID', `policy.activity.attendance.${memberClass}`) : undefined;
}

interface Roles {
  readonly organiserId?: string;
  readonly guideId?: string;
}

/** Young members organise on stage, committee members guide behind it (S3-09). */
function roleFault(members: readonly Person[], { organiserId, guideId }: Roles): Refusal | undefined {
  const classOf = (personId: string) => members.find(({ _id }) => _id === personId)?.memberClass;
  if (organiserId !== undefined && classOf(organiserId) !== 'young') return refuse('INVALID_INPUT', 'organiserId');
  if (guideId !== undefined && classOf(guideId) !== 'committee') return refuse('INVALID_INPUT', 'guideId');
  return undefined;
}

interface Plan extends Roles {
  readonly title: string;
  readonly kind: Activity['kind'];
  readonly startsAt: string;
  readonly placeName: string;
  readonly community: Community;
  readonly members: readonly Person[];
}

function activityOf(context: Context, caller: SignedIn, plan: Plan): Activity {
  const { login } = caller;
  const { title, kind, placeName, community } = plan;
  const _id = derivedId('a', context.openid, context.requestId);
  const startsAt = new Date(plan.startsAt);
  return {
    _id,
    communityId: login.communityId,
    branchId: branchIdOf(login.communityId),
    branchName: community.branchName,
    title,
    kind,
    startsAt,
    startKey: timeKey(startsAt, _id),
    placeName,
    state: 'open',
    people: plan.members.map((member) => expected(member, plan)),
    rules: community.policy.activity.attendance ?? [],
    createdBy: { personId: login.personId, name: login.name },
    createdAt: context.clock.now(),
    pairCap: community.policy.activity.pairCap,
    momentMinutes: community.policy.activity.momentMinutes ?? defaultMomentMinutes,
    closing: null,
    signature: null,
    returned: null,
    closedAt: null,
    version: 1,
    requests: [context.request],
    ...withAct({}, context, caller, 'activity.create'),
  };
}

function expected({ _id, name, memberClass }: Person, { organiserId, guideId }: Roles): Attendance {
  const role = _id === organiserId ? 'organiser' : _id === guideId ? 'guide' : null;
  return {
    personId: _id,
    name,
    openid: null,
    memberClass: memberClass ?? null,
    state: 'expected',
    role,
    points: null,
  };
}

async function insert(
  context: Context,
  caller: SignedIn,
  activity: Activity,
): Promise<Result<ReturnType<typeof viewOf>>> {
  if (await context.database.insert(activities, activity)) return done(viewOf(activity, caller, context.clock.now()));
  const stored = await context.database.get(activities, activity._id);
  if (!stored) return refuse('BUSY');
  const replay = replayOf(stored.requests, context.request, () => viewOf(stored, caller, context.clock.now()));
  return replay ?? refuse('REQUEST_REUSED', 'requestId');
}
