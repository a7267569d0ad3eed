import type { Change, Condition, Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import { people, type Person } from '../person/person';
import { isVouchedFor } from '../person/phone';
import type { Projected } from '../projection/projection';
import {
  listedOrders,
  orders,
  unlisted,
  type ListedOrder,
  type Order,
  type Party,
  type Requester,
} from './document/order';
import { requesterKindOf } from './document/requester-kind';
import { rankKeyOf } from './rules/urgency';

const readAtOnce = 99;
const triesAtMost = 4;

/**
 * The open orders of a person, and those that they work on, say how to call them now. Trails keep the name that was
 * given then. It is no move: the version stays.
 */
export async function projectParties(database: Database, personId: string): Promise<Projected> {
  const person = await database.get(people, personId);
  if (!person) return { written: 0 };
  let written = 0;
  for (const relation of ['followers', 'responsibleIds'] as const)
    written += await renewOrders(database, { [relation]: personId, closed: false }, person);
  return { written };
}

async function renewOrders(
  database: Database,
  where: Readonly<Record<string, Condition>>,
  person: Person,
): Promise<number> {
  let written = 0;
  let last: ListedOrder | undefined;
  do {
    const createdKey = last ? { gt: '', lt: last.createdKey } : { gt: '' };
    const found: ListedOrder[] = await database.find(listedOrders, {
      where: { ...where, createdKey },
      sort: { createdKey: 'desc' },
      limit: readAtOnce,
      exclude: unlisted,
    });
    for (const order of found) {
      written += await renew(database, order, person);
    }
    last = found.length === readAtOnce ? found.at(-1) : undefined;
  } while (last);
  return written;
}

/** An order that moves meanwhile is read again: where it stands in a queue is part of the change. */
async function renew(database: Database, found: ListedOrder, person: Person): Promise<number> {
  let order: ListedOrder | null = found;
  for (let tries = 0; order && !order.closed && tries < triesAtMost; tries += 1) {
    const change = renewedParties(order, person);
    if (hashOf(change) === hashOf(partiesOf(order))) return 0;
    const { _id, version, revision }: ListedOrder = order;
    const written = await database.updateWhere(orders, { _id, version, revision, closed: false }, { set: change });
    if (written > 0) return written;
    order = (await database.get(orders, _id)) ?? null;
  }
  return 0;
}

type Parties = Pick<Order, 'requester' | 'assignee' | 'helpers' | 'joined' | 'rankKey'>;

function partiesOf({ requester, assignee, helpers, joined, rankKey }: ListedOrder): Parties {
  return { requester, assignee, helpers, joined, rankKey };
}

function renewedParties(order: ListedOrder, person: Person): NonNullable<Change<Order>['set']> {
  const { assignee, helpers, joined } = order;
  const requester = renewedRequester(order.requester, person);
  return {
    requester,
    rankKey: rankKeyOf({ ...order, requester }),
    assignee: assignee && renewed(assignee, person),
    helpers: helpers.map((one) => renewed(one, person)),
    joined: joined.map((party) => renewed(party, person)),
  };
}

/** Who lives alone comes first at equal urgency, from when they say so until they take it back (S4-03). */
function renewedRequester(requester: Requester, person: Person): Requester {
  if (requester.personId !== person._id) return requester;
  const kind = requesterKindOf({ alone: person.home !== undefined && person.alone === true, kinds: person.kinds });
  if (person.phoneSource === 'disproved') return { ...requester, kind };
  return { ...renewed(requester, person), kind, verified: isVouchedFor(person) };
}

function renewed<T extends Party>(party: T, { _id, name, phone, phoneExtension }: Person): T {
  if (party.personId !== _id) return party;
  const next = { ...party, name, phone, ...(phoneExtension !== undefined && { phoneExtension }) };
  const isOtherNumber = party.phone !== phone && phoneExtension === undefined;
  if (isOtherNumber) Reflect.deleteProperty(next, 'phoneExtension');
  return next;
}
