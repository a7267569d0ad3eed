import type { Change, Condition, Database } from '../platform/database';
import { hashOf } from '../platform/ids';
import { people, type Person } from '../person/person';
import { isVouchedFor } from '../person/phone';
import type { Projected } from '../projection/projection';
import { listedOrders, orders, unlisted, type ListedOrder, type Order, type Party } from './document/order';

const readAtOnce = 99;

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
      const change = renewedParties(order, person);
      if (hashOf(change) === hashOf(partiesOf(order))) continue;
      const { _id, version } = order;
      written += await database.updateWhere(orders, { _id, version, closed: false }, { set: change });
    }
    last = found.length === readAtOnce ? found.at(-1) : undefined;
  } while (last);
  return written;
}

type Parties = Pick<Order, 'requester' | 'assignee' | 'helpers' | 'joined'>;

function partiesOf({ requester, assignee, helpers, joined }: ListedOrder): Parties {
  return { requester, assignee, helpers, joined };
}

function renewedParties(
  { requester, assignee, helpers, joined }: ListedOrder,
  person: Person,
): NonNullable<Change<Order>['set']> {
  return {
    requester:
      requester.personId === person._id && person.phoneSource !== 'disproved'
        ? { ...renewed(requester, person), verified: isVouchedFor(person) }
        : requester,
    assignee: assignee && renewed(assignee, person),
    helpers: helpers.map((one) => renewed(one, person)),
    joined: joined.map((party) => renewed(party, person)),
  };
}

function renewed<T extends Party>(party: T, { _id, name, phone, phoneExtension }: Person): T {
  if (party.personId !== _id) return party;
  const next = { ...party, name, phone, ...(phoneExtension !== undefined && { phoneExtension }) };
  const isOtherNumber = party.phone !== phone && phoneExtension === undefined;
  if (isOtherNumber) Reflect.deleteProperty(next, 'phoneExtension');
  return next;
}
