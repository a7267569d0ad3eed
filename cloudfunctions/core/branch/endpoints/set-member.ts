import type { BranchMember } from '../../../../miniprogram/contracts/branch';
import { limits } from '../../../../miniprogram/contracts/limits';
import { memberClasses, pointUnits, type MemberClass } from '../../../../miniprogram/contracts/passbook';
import { branchOf, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { bookIdOf, passbooks } from '../../passbook/passbook';
import { people, type Membership, type Person } from '../../person/person';
import { branchOfPerson, isFirstBranch } from '../../place/branch';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Change, Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId, v, words } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';
import { branches, type Branch } from '../branch';
import { releaseApprentices } from '../release-apprentices';
import { readHoldersAt } from '../view';

/** So many changes of where somebody belongs are kept with them. */
const historyLimit = 60;

/**
 * Somebody is a member of the caller's branch from now on, in one of its four classes (S3-06), or is none any more. Who
 * did it and why stays with the person; lines, months and rolls that were written say what they said. Whoever has a
 * book that another branch keeps comes by a transfer, and whoever leads the branch gives back the post first.
 * Who takes in somebody whom no branch had costs a read more for each kind of book; whoever guides somebody and is no
 * member any more, a read and a write more for each.
 * Cost: 5 reads, 3 writes.
 */
export const setBranchMember = signedInEndpoint({
  name: 'branch.setMember',
  input: object({
    personId: id,
    memberClass: v.nullable(v.picklist(memberClasses)),
    reason: words(limits.reasonWords),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { personId, memberClass, reason }) {
    const branchId = branchOf(caller);
    const [branch, leaders, refused] = await Promise.all([
      context.database.get(branches, branchId),
      readHoldersAt(context.database, branchId),
      checkTexts(context, { reason }),
    ]);
    if (refused) return refused;
    if (!branch) return refuse('NOT_FOUND', 'personId');
    const leads = leaders.some(({ holder }) => holder?.personId === personId);
    return context.database.transaction((transaction) =>
      writeMember(transaction, context, caller, { personId, branch, leads, memberClass, reason }),
    );
  },
});

interface Wanted {
  readonly personId: string;
  readonly branch: Branch;
  /** They hold a post of the branch. */
  readonly leads: boolean;
  readonly memberClass: MemberClass | null;
  readonly reason: string;
}

async function writeMember(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  { personId, branch, leads, memberClass, reason }: Wanted,
): Promise<Result<BranchMember>> {
  const { request, clock } = context;
  const before = await transaction.get(people, personId);
  if (before?.communityId !== caller.login.communityId || before.leftAt) return refuse('NOT_FOUND', 'personId');
  const { memberships = [] } = before;
  const replay = replayOf(
    memberships.map((one) => one.request),
    request,
    () => memberOf(before),
  );
  if (replay) return replay;
  const isNewHere = before.branchId === undefined && !before.kinds.includes('branchMember');
  const isTaken = isNewHere ? !isFirstBranch(branch._id) && (await hasBook(transaction, personId)) : false;
  if (isTaken || (!isNewHere && branchOfPerson(before) !== branch._id)) return refuse('OTHER_BRANCH', 'personId');
  if (memberClass === null && leads) return refuse('HOLDS_POST', 'personId');
  const membership: Membership = {
    ...{ memberClass, branchId: branch._id, reason, request, at: clock.now() },
    ...{ personId: caller.login.personId, name: caller.login.name, hat: caller.hat.hat },
  };
  const kept = [...memberships, membership].slice(-historyLimit);
  if (memberClass === null) await releaseApprentices(transaction, before);
  const change = memberClass === null ? leaving(before) : joining(before, branch, memberClass);
  const set = { ...change.set, memberships: kept };
  await transaction.update(people, personId, { ...change, set });
  await recordChange(transaction, { kind: 'person', id: personId }, { at: clock.now(), revision: request.requestKey });
  return done(memberOf({ ...before, ...set, ...(memberClass === null && { memberClass: undefined }) }));
}

async function hasBook(transaction: Transaction, personId: string): Promise<boolean> {
  for (const unit of pointUnits) if (await transaction.get(passbooks, bookIdOf(personId, unit))) return true;
  return false;
}

function joining({ kinds }: Person, { _id: branchId, name }: Branch, memberClass: MemberClass): Change<Person> {
  return {
    set: {
      ...{ memberClass, branchId, kinds: kinds.includes('branchMember') ? kinds : [...kinds, 'branchMember'] },
      ...(!isFirstBranch(branchId) && { branchName: name }),
    },
  };
}

/** The branch goes on keeping the books that they have. */
function leaving({ kinds, memberClass, mentorId, apprenticeIds }: Person): Change<Person> {
  const gone = [
    ...(memberClass ? (['memberClass'] as const) : []),
    ...(mentorId === undefined ? [] : (['mentorId'] as const)),
  ];
  return {
    set: { kinds: kinds.filter((kind) => kind !== 'branchMember'), ...(apprenticeIds && { apprenticeIds: [] }) },
    ...(gone.length > 0 && { unset: gone }),
  };
}

type Shown = Pick<Person, '_id' | 'name'> & { readonly memberClass?: MemberClass | undefined };

const memberOf = ({ _id, name, memberClass }: Shown): BranchMember => ({
  ...{ personId: _id, name },
  ...(memberClass && { memberClass }),
});
