import type { EnrolmentChannel } from '../../../miniprogram/contracts/enrolment';
import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { timeKey } from '../platform/ids';
import type { Person } from '../person/person';
import type { Community, GridAssignment } from '../place/community';
import { channelName, gridRef } from './channels';
import type { Enrolment, EnrolmentActor } from './enrolment';
import { nextRevision } from './store';

/** Who acts now, in the hat in use. */
export function actorOf({ clock }: Pick<Context, 'clock'>, { login, hat }: SignedIn): EnrolmentActor {
  return { personId: login.personId, name: login.name, hat: hat.hat, at: clock.now() };
}

/** Who is to be enrolled, where, and by which way they came. */
export interface Arrival {
  readonly person: Pick<Person, '_id' | 'name'>;
  readonly community: Pick<Community, '_id' | 'policy'>;
  readonly grid: GridAssignment;
  readonly channel: EnrolmentChannel;
}

/** An enrolment that begins now; one that was refused begins anew, and keeps what was done about it. */
export function askedEnrolment(
  context: Context,
  caller: SignedIn,
  { person, community, grid, channel }: Arrival,
  before?: Enrolment,
): Enrolment {
  const at = context.clock.now();
  const name = channelName(community, channel);
  return {
    _id: person._id,
    communityId: community._id,
    name: person.name,
    state: 'asked',
    channel,
    ...(name !== undefined && { channelName: name }),
    grid: gridRef(grid),
    askedAt: at,
    decision: null,
    welcome: {},
    skills: [],
    serving: false,
    listKey: timeKey(at, person._id),
    ...nextRevision(before, context),
    ...withAct(before ?? {}, context, caller, 'enrolment.request'),
  };
}

/** The same, enrolled at once by somebody of the grid. */
export function enrolledAtOnce(context: Context, caller: SignedIn, arrival: Arrival, before?: Enrolment): Enrolment {
  return {
    ...askedEnrolment(context, caller, arrival, before),
    state: 'enrolled',
    decision: { ...actorOf(context, caller), reason: null },
    ...withAct(before ?? {}, context, caller, 'enrolment.addGroup'),
  };
}
