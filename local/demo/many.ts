import type { DemoSource } from '@lianxin/local-cloud';
import type { Order } from '../../cloudfunctions/core/order/document/order';
import { tallyOrders } from '../../cloudfunctions/core/order/rules/order-tally';
import { renumbered } from '../../cloudfunctions/core/order/document/create-order';
import { bareCommunity, daysBefore, type DemoCommunity } from './communities/community-builder';
import { standingDocuments } from './community-documents';
import { stampForms, wholeForms } from './forms';
import { countedOrders } from './history/figures';
import { PairCounts } from './history/pair-counts';
import { candidateOf, Participants } from './history/participants';
import { PassbookBuilder } from './history/passbook-builder';
import { submitOrder, type SimulationContext } from './history/simulation-context';
import type { OrderSimulation } from './history/order-simulation';
import { after, hourMs } from './history/time';
import { PeopleBuilder, type DemoPerson } from './people/people-builder';
import { PhoneNumbers } from './people/phone-numbers';
import { PlaceTree, within, type GridPlan, type PlaceNode } from './places/tree';
import { SeededRandom } from './random';

/** How many communities, and how large each is. */
export interface ManyCommunities {
  readonly communities: number;
  /** Of each. */
  readonly people: number;
  /** Of each, made within the days before. */
  readonly orders: number;
  /** Over how many days they were made, one as many as the other; ten without it. */
  readonly days?: number;
}

/** One grid of two courtyards, ten households each. */
const plan: readonly GridPlan[] = [
  {
    name: '第一网格',
    sections: [
      {
        name: '一片区',
        lanes: [
          {
            name: '一巷',
            courtyards: [
              ['1 号院', 10],
              ['2 号院', 10],
            ],
          },
        ],
      },
    ],
  },
];
const members = 12;
/** What is older is over: its requester said so, or the clock closed it. */
const daysOfWork = 10;
/** Of so many older orders each stands like another one of the first steps. */
const finishedSteps = 7;

const manyId = (index: number): string => `c${String(index).padStart(4, '0')}`;

/** Who reads a community's desk and its queue, by their openids. */
export function staffOfMany(
  index: number,
  people: number,
  now: Date,
): { readonly secretary: string; readonly worker: string } {
  const { people: builder } = buildSmallCommunity(manyId(index), people, now);
  const [secretary, worker] = builder.all.slice(-3).map(({ openid }) => openid);
  if (!secretary || !worker) throw new Error('too few people for the posts');
  return { secretary, worker };
}

/** One of them: secretary, grid worker and leader, a dozen members who help, and residents who order themselves. */
function buildSmallCommunity(id: string, people: number, now: Date): DemoCommunity {
  const numbers = new PhoneNumbers();
  const random = new SeededRandom(id);
  const tree = new PlaceTree(id, plan);
  const builder = new PeopleBuilder(id, random.stream('people'), numbers);
  const homes = tree.of('household');
  for (let index = 0; index < people; index += 1) {
    const home = homes[index % homes.length];
    const kinds = index < members ? (['resident', 'serviceMember'] as const) : (['resident'] as const);
    const person = builder.add({
      age: 'middle',
      kinds,
      ...(home && { home }),
      skills: index < members ? ['repair'] : [],
    });
    builder.giveLogin(person);
  }
  const name = `社区 ${id}`;
  const appointment = { since: daysBefore(now, 500), communityName: name };
  const [secretary, worker, leader] = builder.all.slice(-3);
  const [node] = tree.of('grid');
  if (!secretary || !worker || !leader || !node) throw new Error('too few people for the posts');
  builder.appoint('secretary', secretary, appointment);
  builder.appoint('gridWorker', worker, { ...appointment, node });
  builder.appoint('gridLeader', leader, { ...appointment, node });
  const named = { _id: id, name, street: '大街街道', branchName: `${name}党支部`, address: `${name}党群服务中心` };
  const document = bareCommunity(named, { tree, people: builder, numbers });
  return { document, tree, people: builder, cards: [], extra: {} };
}

/**
 * An order of the last days as it stands: of ten, five were confirmed, two wait for the requester's word, one was
 * offered, one was taken and is not done, and one nobody has looked at. The clock has made its moves until now.
 */
function simulateOrder(
  context: SimulationContext,
  index: number,
  made: { at: Date; requester: Requester },
): OrderSimulation {
  const { participants } = context;
  const { at, requester } = made;
  const simulation = submitOrder(context, {
    category: 'repair',
    requester,
    at,
    key: String(index),
    words: '水龙头关不紧',
  });
  const isRecent = context.now.getTime() - at.getTime() <= daysOfWork * 24 * hourMs;
  const steps = isRecent ? index % 10 : index % finishedSteps;
  if (steps === 9) return simulation;
  const worker = participants.holder('gridWorker', within(requester.home, 'courtyard'));
  const helper = context.random.pick(participants.helpers.filter(({ personId }) => personId !== requester.personId));
  const later = (hours: number): Date => after(at, hours * hourMs);
  const dispatch = { action: 'dispatch', members: [candidateOf(helper)], pool: false, note: null } as const;
  simulation.perform(later(1), worker, dispatch);
  if (steps === 8) return simulation;
  const member = participants.member(helper);
  simulation.perform(later(2), member, { action: 'accept', assignedMember: null });
  if (steps === 7) return simulation;
  const evidence = { kind: 'phone', note: '打过电话，好了', photos: [] } as const;
  const claim = { kind: 'phone', evidence } as const;
  simulation.perform(later(4), member, { action: 'complete', claim });
  if (steps >= 5) return simulation;
  const word = { action: 'confirm', stars: 5, tags: [], words: null } as const;
  return simulation.perform(later(6), participants.resident(requester), word);
}

type Requester = DemoPerson & { readonly home: PlaceNode };

/** What stands of a community's orders at `now`: of a few days with books, of longer with the counts of the desk. */
function historyOf(
  community: DemoCommunity,
  { orders, days = daysOfWork }: Pick<ManyCommunities, 'orders' | 'days'>,
  now: Date,
): ReadonlyMap<string, readonly object[]> {
  const participants = new Participants(community);
  const pairs = new PairCounts();
  const random = new SeededRandom(`${community.document._id}:orders`);
  const context = { community, participants, pairs, random, now };
  const residents = participants.requesters.filter(({ kinds }) => !kinds.has('serviceMember'));
  const books = new PassbookBuilder(community.document._id);
  const made: Order[] = [];
  const taken = new Set<string | undefined>();
  for (let index = 0; index < orders; index += 1) {
    const at = after(now, -Math.round(((orders - index) / orders) * days * 24 * hourMs));
    const simulation = simulateOrder(context, index, { at, requester: random.pick(residents) });
    const order = simulation.finish();
    if (days <= daysOfWork) books.post(simulation.postings);
    let numbered = order;
    for (let attempt = 1; taken.has(numbered.numberKey); attempt += 1) numbered = renumbered(order, attempt);
    taken.add(numbered.numberKey);
    made.push(numbered);
  }
  return new Map<string, readonly object[]>([
    ['orders', made],
    ...(days <= daysOfWork ? booksOf(books, pairs) : countsOf(community.document._id, made, now)),
  ]);
}

function booksOf(books: PassbookBuilder, pairs: PairCounts): [string, readonly object[]][] {
  return [
    ['entries', books.take()],
    ['passbooks', [...books.heads.values()]],
    ['salts', books.salts()],
    ['pairs', pairs.documents()],
  ];
}

/** What counting leaves: the desk's numbers. Work of a few days is left to the jobs to be counted. */
function countsOf(communityId: string, made: readonly Order[], now: Date): [string, readonly object[]][] {
  const tally = tallyOrders(communityId, made, now);
  const months = tally.months.map(({ month }) => month);
  const { orderDays, orderMonths } = countedOrders(communityId, made, { months, until: now });
  return [
    ['orderDays', orderDays],
    ['orderMonths', orderMonths],
    ['tallies', [tally]],
  ];
}

/** An environment of many small communities, in the middle of their work. */
export function createManyCommunities({ communities, people, ...history }: ManyCommunities): DemoSource {
  return {
    load(database, _scale, now) {
      for (let index = 0; index < communities; index += 1) {
        const community = buildSmallCommunity(manyId(index), people, now);
        const nothing = { month: '', loads: new Map(), openOrders: new Map(), now, inboxes: new Map() };
        for (const documents of [standingDocuments(community, nothing), historyOf(community, history, now)])
          for (const [collection, list] of documents) database.load(collection, stampForms(collection, list));
      }
      database.load('forms', wholeForms);
    },
    personas: () => [],
  };
}
