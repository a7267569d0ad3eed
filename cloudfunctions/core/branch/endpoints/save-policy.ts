import { withAct } from '../../access/act';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { rulesOf, wantedStandards } from '../../activity/policy';
import { faultOfRules } from '../../activity/rules/attendance-rules';
import { communities, type Community } from '../../place/community';
import type { Context } from '../../platform/context';
import type { Change } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { object, optional, requestId, v } from '../../platform/validation';
import { branches, type Branch } from '../branch';
import { branchPointAudit, changesOfBranch } from '../branch-point-audit';
import { branchPointsSchema } from '../../policy/branch-points';
import { decisionsOf } from './own-standards';
import { savePoints } from '../save-points';
import { branchView, readHoldersAt } from '../view';

/**
 * What a branch decides for itself: whether members sign in by a code, its standards of attendance, which hold for
 * activities that are planned from then on, and what it decides on points beyond them, each with its line in the audit.
 * Standards that do not hold together are refused; one that moves other points is its next version.
 * Points cost a read more, a write more, and one for each of the seven that is other than before.
 * Cost: 4 reads, 2 writes.
 */
export const saveBranchPolicy = signedInEndpoint({
  name: 'branch.savePolicy',
  input: object({
    signInByCode: optional(v.boolean()),
    standards: optional(v.nullable(wantedStandards)),
    points: optional(v.nullable(branchPointsSchema)),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database } = context;
    const branchId = branchOf(caller);
    const [found, held, known] = await Promise.all([
      database.getWith(branches, branchId, { in: communities, by: 'communityId' }),
      readHoldersAt(database, branchId),
      database.find(branchPointAudit, changesOfBranch(caller.login.communityId, branchId)),
    ]);
    if (!found?.other) return refuse('NOT_FOUND');
    const { document: before, other: community } = found;
    const replay = replayOf(before.requests ?? [], context.request, () =>
      branchView(before, held, caller, decisionsOf(before, community, known)),
    );
    if (replay) return replay;
    const decided = policyOf(before, community, input);
    if (!decided.ok) return decided;
    const requests = [...(before.requests ?? []), context.request].slice(-requestLimit);
    const after = { ...decided.data, requests, ...withAct(before, context, caller, 'branch.savePolicy') };
    const { points } = input;
    if (points === undefined) {
      await write(context, after);
      return done(branchView(after, held, caller, decisionsOf(after, community, known)));
    }
    const saved = await savePoints(context, caller, { branch: after, points, write: changeOf(after) });
    if (!saved.ok) return saved;
    const { community: decidedNow, lines } = saved.data;
    return done(branchView(after, held, caller, decisionsOf(after, decidedNow, [...lines, ...known])));
  },
});

/** Calls that a branch remembers. */
const requestLimit = 10;

interface Wanted {
  readonly signInByCode?: boolean;
  readonly standards?: readonly unknown[] | null;
}

function policyOf(branch: Branch, { policy }: Community, { signInByCode, standards }: Wanted): Result<Branch> {
  const { attendance, ...rest } = branch;
  const known = { ...rest, ...(signInByCode !== undefined && { signInByCode }) };
  if (standards === undefined) return done({ ...known, ...(attendance && { attendance }) });
  if (standards === null) return done(known);
  const before = attendance ?? policy.activity.attendance;
  const rules = rulesOf({ ...policy.activity, ...(before && { attendance: before }) }, standards);
  if (!rules.ok) return { ...rules, field: ['standards', rules.field ?? []].flat().join('.') };
  const memberClass = faultOfRules(rules.data, policy.activity.maxPoints);
  if (memberClass !== null) return refuse('POLICY_INVALID', `standards.${memberClass}`);
  return done({ ...known, attendance: rules.data });
}

async function write({ database }: Context, branch: Branch): Promise<void> {
  await database.updateWhere(branches, { _id: branch._id }, changeOf(branch));
}

function changeOf({ signInByCode, attendance, acts, requests }: Branch): Change<Branch> {
  const decided = { ...(signInByCode !== undefined && { signInByCode }), ...(attendance && { attendance }) };
  const set = { ...decided, ...(acts && { acts }), ...(requests && { requests }) };
  return { set, ...(!attendance && { unset: ['attendance' as const] }) };
}
