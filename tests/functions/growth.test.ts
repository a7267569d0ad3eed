import { createDemo } from '../../local/demo';
import type { EndpointName } from '../../miniprogram/contracts/api';
import type { OrderPage } from '../../miniprogram/contracts/order';
import { startApi, type ApiCloud } from '../support/api';

/** The demo's people who stand for each kind of work; what each reads every day. */
const daily: readonly (readonly [openid: string, name: EndpointName, input: object])[] = [
  ['resident-wang', 'home.get', {}],
  ['resident-wang', 'order.listMine', { state: 'open' }],
  ['resident-wang', 'order.listMine', { state: 'closed' }],
  ['resident-wang', 'order.findSimilar', { category: 'repair' }],
  ['resident-wang', 'message.list', {}],
  ['resident-wang', 'person.listReveals', {}],
  ['worker-zhao', 'home.get', {}],
  ['worker-zhao', 'order.listQueue', { filter: 'waiting' }],
  ['worker-zhao', 'order.listQueue', { filter: 'due' }],
  ['worker-zhao', 'order.listQueue', { filter: 'callback' }],
  ['worker-zhao', 'order.listQueue', { filter: 'inProgress' }],
  ['worker-zhao', 'card.list', {}],
  ['worker-zhao', 'place.listChildren', {}],
  ['member-sun', 'home.get', {}],
  ['member-sun', 'order.listOffers', { state: 'open' }],
  ['member-sun', 'order.listOffers', { state: 'closed' }],
  ['member-sun', 'order.listWishes', {}],
  ['member-sun', 'passbook.get', {}],
  ['secretary-qin', 'home.get', {}],
  ['secretary-qin', 'order.getDesk', {}],
  ['secretary-qin', 'passbook.list', { unit: 'service' }],
  ['secretary-qin', 'passbook.listReversals', {}],
  ['branch-secretary-ren', 'activity.list', {}],
  ['branch-secretary-ren', 'passbook.list', { unit: 'organization' }],
  ['branch-li', 'passbook.get', { unit: 'organization' }],
];

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'], demo: createDemo() });
});
afterAll(() => cloud.close());

interface Cost {
  readonly call: string;
  readonly reads: number;
  readonly examined: number;
  readonly returned: number;
  readonly bytes: number;
}

async function costOf(openid: string, name: EndpointName, input: object): Promise<Cost> {
  const reply = await cloud.tryAs(openid, name, input);
  const { reads, examined, returned, bytes, refusals } = await cloud.lastCall();
  expect([openid, name, reply.ok, refusals]).toEqual([openid, name, true, []]);
  return { call: `${openid} ${name} ${JSON.stringify(input)}`, reads, examined, returned, bytes };
}

async function costs(): Promise<Cost[]> {
  const found: Cost[] = [];
  for (const [openid, name, input] of daily) found.push(await costOf(openid, name, input));
  const queue = await cloud.tryAs('worker-zhao', 'order.listQueue', { filter: 'inProgress' });
  for (const { orderId } of queue.ok ? (queue.data as OrderPage).orders.slice(0, 3) : []) {
    found.push({ ...(await costOf('worker-zhao', 'order.get', { orderId })), call: 'order.get' });
    found.push({ ...(await costOf('worker-zhao', 'order.suggest', { orderId })), call: 'order.suggest' });
  }
  return found;
}

/** A page of lines with their marks, one line more, the login, a head, and the community for its policy. */
const fullestPage = 2 * 21 + 4;

it('what an action examines does not grow with the years, and stays within its budget', async () => {
  const young = await costs();
  await cloud.control('/local/reset', { scale: 4 });
  const old = await costs();
  // A list that was shorter than a page fills up, and two of one name on a page of books are read; nothing else may
  // become more.
  const grown = old.filter(({ examined }, index) => examined !== young[index]?.examined);
  expect(
    grown.map(({ call }) => call).filter((call) => !/order\.list(Mine|Offers).*closed|passbook\.(get|list)/.test(call)),
  ).toEqual([]);
  for (const { call, examined, returned, bytes } of [...young, ...old]) {
    // A book's head comes with its community, joined: one answer made of two documents.
    const joined = call.includes('passbook.get') ? 1 : 0;
    expect([call, examined <= Math.min(returned + joined, fullestPage)]).toEqual([call, true]);
    expect([call, bytes <= 64 * 1024]).toEqual([call, true]);
  }
}, 400_000);

// A book is checked when it opens; two of one name among books are told apart by one read.
it('a daily action costs two reads, a first screen, a desk, a book and books three', async () => {
  const over = (await costs()).filter(
    ({ call, reads }) =>
      reads > (/home\.get|passbook\.(get|list)|order\.(getDesk|suggest|findSimilar)/.test(call) ? 3 : 2),
  );
  expect(over).toEqual([]);
});
