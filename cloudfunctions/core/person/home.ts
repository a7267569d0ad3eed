import type { ActivitySummary } from '../../../miniprogram/contracts/activity';
import type { Hat } from '../../../miniprogram/contracts/hat';
import { cityHotline } from '../../../miniprogram/contracts/limits';
import type { OrderSummary } from '../../../miniprogram/contracts/order';
import type { WaitingLines } from '../../../miniprogram/contracts/passbook';
import type { GridDoor, HomeBody } from '../../../miniprogram/contracts/person';
import { communities } from '../place/community';
import { callOf } from '../place/duty';
import type { Context } from '../platform/context';
import type { Endpoint } from '../platform/endpoint';
import { done } from '../platform/result';
import { object } from '../platform/validation';
import type { Actor, SignedIn } from './actor';
import { endpoint } from './endpoint';
import { scopeOf } from './permissions';
import { sessionOf } from './session';

type Body<For extends HomeBody['for']> = Extract<HomeBody, { for: For }>;
type Part<T> = (context: Context, actor: SignedIn) => Promise<T>;

/** What other nouns show on the first screen; each part stays within two reads, a resident's orders within one. */
export interface HomeParts {
  /** The caller's own open orders, newest first, a handful. */
  readonly residentOrders: Part<readonly OrderSummary[]>;
  readonly member: Part<Body<'member'>>;
  readonly grid: Part<Omit<Body<'grid'>, 'doors'>>;
  readonly desk: Part<Body<'desk'>>;
  readonly activities: Part<readonly ActivitySummary[]>;
  readonly waiting: Part<WaitingLines>;
  /** The caller's own book of organization points. */
  readonly book: Part<Body<'branch'>['book']>;
}

const bodies: Readonly<Record<Hat, HomeBody['for']>> = {
  anonymous: 'visitor',
  resident: 'resident',
  member: 'member',
  teamCaptain: 'member',
  courtyardHead: 'grid',
  laneChief: 'grid',
  gridWorker: 'grid',
  gridLeader: 'grid',
  groupLeader: 'branch',
  committee: 'branch',
  secretary: 'desk',
  inspector: 'desk',
  instructor: 'branch',
  employer: 'other',
  courier: 'other',
  merchant: 'other',
  administrator: 'other',
};

/** The first screen, whole, in one call; it follows the hat in use. At most three reads. */
export function homeEndpoint(parts: HomeParts): Endpoint<Actor, 'person.home'> {
  return endpoint({
    name: 'person.home',
    input: object({}),
    identity: 'caller',
    idempotency: 'read',
    async run(context, actor) {
      const body = actor.login
        ? await bodyOf(parts, context, actor)
        : ({ for: 'visitor', hotline: cityHotline } as const);
      return done({ session: sessionOf(actor), body });
    },
  });
}

async function bodyOf(parts: HomeParts, context: Context, actor: SignedIn): Promise<HomeBody> {
  switch (bodies[actor.hat.hat]) {
    case 'resident':
      return residentBody(parts, context, actor);
    case 'member':
      return belongsToBranchAlone(actor) ? ownBranchBody(parts, context, actor) : parts.member(context, actor);
    case 'grid':
      return { ...(await parts.grid(context, actor)), doors: doorsOf(actor) };
    case 'desk':
      return parts.desk(context, actor);
    case 'branch':
      return branchBody(parts, context, actor);
    default:
      return { for: 'other' };
  }
}

/** A villager whose branch is here and who reported to no grid: orders and wishes do not come their way. */
function belongsToBranchAlone({ login: { kinds, serves, teamId } }: SignedIn): boolean {
  return kinds.includes('branchMember') && serves === undefined && teamId === undefined;
}

async function ownBranchBody(parts: HomeParts, context: Context, actor: SignedIn): Promise<HomeBody> {
  const [activities, book] = await Promise.all([parts.activities(context, actor), parts.book(context, actor)]);
  return { for: 'branch', activities, ...(book && { book }) };
}

function doorsOf({ hat }: SignedIn): readonly GridDoor[] {
  const doors = { intake: 'order.intake', cards: 'card.issue' } as const;
  return (['intake', 'cards'] as const).filter((door) => scopeOf(hat.hat, doors[door]) !== 'none');
}

async function branchBody(parts: HomeParts, context: Context, actor: SignedIn): Promise<HomeBody> {
  const readsBooks = scopeOf(actor.hat.hat, 'passbook.reversals') !== 'none';
  const [activities, waiting] = await Promise.all([
    parts.activities(context, actor),
    readsBooks ? parts.waiting(context, actor) : undefined,
  ]);
  return { for: 'branch', activities, ...(waiting && { waiting }) };
}

async function residentBody(parts: HomeParts, context: Context, actor: SignedIn): Promise<HomeBody> {
  const { home, communityId } = actor.login;
  if (!home) return { for: 'other' };
  const [community, orders] = await Promise.all([
    context.database.get(communities, communityId),
    parts.residentOrders(context, actor),
  ]);
  if (!community) return { for: 'other' };
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
