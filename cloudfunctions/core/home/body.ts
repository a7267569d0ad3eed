import type { Hat } from '../../../miniprogram/contracts/hat';
import type { HomeBody } from '../../../miniprogram/contracts/home';
import type { SignedIn } from '../access/caller';
import { scopeOfHat } from '../access/permissions';
import { communities } from '../place/community';
import { callOf } from '../place/duty';
import type { Context } from '../platform/context';
import { tallies } from '../statistics/tally';
import { courierBody, instructorBody, keeperBody } from './courier-parts';
import { gridBody, laneBody, shortcutsOf } from './grid-parts';
import { deskBody, latestActivities, memberBody, ownBook, residentOrders, waitingLines } from './parts';

const bodies: Readonly<Record<Hat, HomeBody['for']>> = {
  anonymous: 'visitor',
  resident: 'resident',
  member: 'member',
  teamCaptain: 'member',
  courtyardHead: 'grid',
  laneChief: 'lane',
  gridWorker: 'grid',
  gridLeader: 'grid',
  groupLeader: 'branch',
  committee: 'branch',
  secretary: 'desk',
  inspector: 'desk',
  instructor: 'instructor',
  steward: 'keeper',
  employer: 'other',
  courier: 'courier',
  merchant: 'keeper',
  administrator: 'other',
};

/** What the first screen shows in the hat in use. At most two reads. */
export async function readHomeBody(context: Context, caller: SignedIn): Promise<HomeBody> {
  switch (bodyOf(caller)) {
    case 'resident':
      return residentBody(context, caller);
    case 'member':
      return belongsToBranchAlone(caller) ? ownBranchBody(context, caller) : memberBody(context, caller);
    case 'grid':
      return gridBody(context, caller);
    case 'lane':
      return laneBody(context, caller);
    case 'desk':
      return deskBody(context, caller);
    case 'branch':
      return branchBody(context, caller);
    case 'courier':
      return courierBody(context, caller);
    case 'keeper':
      return keeperBody(context, caller);
    case 'instructor':
      return (await instructorBody(context, caller)) ?? branchBody(context, caller);
    default:
      return otherBody(context, caller);
  }
}

/** The administrator answers for the environment: limits of its plan that come near stand before everything else. */
async function otherBody({ database }: Context, caller: SignedIn): Promise<HomeBody> {
  const body = { for: 'other', shortcuts: shortcutsOf(caller) } as const;
  if (caller.hat.hat !== 'administrator') return body;
  const { quotas = [] } = (await database.get(tallies, caller.login.communityId)) ?? {};
  return quotas.length === 0 ? body : { ...body, quotas };
}

/** The desk is the community's; whoever leads a branch beside its first sees that branch. */
function bodyOf({ hat }: SignedIn): HomeBody['for'] {
  const body = bodies[hat.hat];
  return body === 'desk' && hat.branchId !== undefined ? 'branch' : body;
}

/** A villager whose branch is here and who reported to no grid: orders and wishes do not come their way. */
function belongsToBranchAlone({ login: { kinds, serves, teamId } }: SignedIn): boolean {
  return kinds.includes('branchMember') && serves === undefined && teamId === undefined;
}

async function ownBranchBody(context: Context, caller: SignedIn): Promise<HomeBody> {
  const [activities, book] = await Promise.all([latestActivities(context, caller), ownBook(context, caller)]);
  return { for: 'branch', activities, ...(book && { book }) };
}

async function branchBody(context: Context, caller: SignedIn): Promise<HomeBody> {
  const readsBooks = scopeOfHat(caller.hat, 'passbook.listReversals') !== 'none';
  const [activities, waiting] = await Promise.all([
    latestActivities(context, caller),
    readsBooks ? waitingLines(context, caller) : undefined,
  ]);
  return { for: 'branch', activities, ...(waiting && { waiting }) };
}

async function residentBody(context: Context, caller: SignedIn): Promise<HomeBody> {
  const { home, communityId } = caller.login;
  if (!home) return { for: 'other', shortcuts: [] };
  const [community, orders] = await Promise.all([
    context.database.get(communities, communityId),
    residentOrders(context, caller),
  ]);
  if (!community) return { for: 'other', shortcuts: [] };
  return {
    for: 'resident',
    gridName: home.gridName,
    ...(home.colour && { colour: home.colour }),
    placeName: home.label,
    ...callOf(community, home.gridId, context.clock.now()),
    officePhone: community.office.phone,
    orders,
  };
}
