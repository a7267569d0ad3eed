import type { EndpointName, Input } from '../../../miniprogram/contracts/api';
import type { EmployerView } from '../../../miniprogram/contracts/employer';
import type { SignedIn } from '../access/caller';
import { apartBy } from '../access/permissions';
import { writeAssignments } from '../access/write-assignments';
import { people } from '../person/person';
import { posts, type Post } from '../place/post';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import { employers } from './employer';
import { hatPost } from './hat-post';
import { employerView } from './view';

const maxHolders = 99;

/**
 * Gives the hat of an employer to somebody, or takes it, as any post is given: logins follow by the job, and both stand
 * in the acts of the post.
 */
export async function changeHat(
  context: Context,
  caller: SignedIn,
  { employerId, personId }: Omit<Input<'employer.grantHat'>, 'requestId'>,
  action: Extract<EndpointName, 'employer.grantHat' | 'employer.revokeHat'>,
): Promise<Result<EmployerView>> {
  const { database, clock } = context;
  const { communityId } = caller.login;
  const [employer, person, there] = await Promise.all([
    database.get(employers, employerId),
    database.get(people, personId),
    database.find(posts, { where: { placeId: employerId }, sort: { _id: 'asc' }, limit: maxHolders }),
  ]);
  if (employer?.communityId !== communityId) return refuse('NOT_FOUND', 'employerId');
  const isGrant = action === 'employer.grantHat';
  if (person?.communityId !== communityId || (isGrant && person.leftAt)) return refuse('NOT_FOUND', 'personId');
  const { name, phone } = person;
  const holder = isGrant ? { personId, name, phone } : null;
  const made = hatPost(employer, personId, clock.now());
  const known = knownPost(there, { personId, postId: made._id, requestKey: context.request.requestKey });
  if (!isGrant && !known) return refuse('NOT_FOUND', 'personId');
  const post = known ?? made;
  const written = await writeAssignments(context, caller, [post], { holder, from: clock.now(), action });
  if (!written.ok) return written;
  const others = there.filter(({ _id }) => _id !== post._id);
  return done(employerView(employer, [...others, written.data], apartBy(caller.hat.hat)));
}

/** The post that this call changed before, or that gives this person the hat: one that moved here kept its own id. */
function knownPost(
  there: readonly Post[],
  { personId, postId, requestKey }: { readonly personId: string; readonly postId: string; readonly requestKey: string },
): Post | undefined {
  return (
    there.find(({ requests = [] }) => requests.some((one) => one.requestKey === requestKey)) ??
    there.find(({ holder }) => holder?.personId === personId) ??
    there.find(({ _id }) => _id === postId)
  );
}
