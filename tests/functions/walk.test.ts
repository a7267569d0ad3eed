import type { Card } from '../../cloudfunctions/core/card/card';
import type { Activity } from '../../cloudfunctions/core/activity/activity';
import type { Order } from '../../cloudfunctions/core/order/document/order';
import { permissions, scopeOf } from '../../cloudfunctions/core/access/permissions';
import type { EndpointName } from '../../miniprogram/contracts/api';
import type { Reply } from '../../miniprogram/contracts/error';
import { hats, type Hat } from '../../miniprogram/contracts/hat';
import type { InvocationTrace } from '../../local/cloud';
import { newRequest, startApi, type ApiCloud } from '../support/api';
import { openidOf, somebodies, worldLogins } from '../support/world';

/** Everybody of the small world, the hat that they wear, and a visitor. */
const callers = [
  ...worldLogins().map(({ _id, hatInUse }) => ({ openid: _id, hat: hatInUse.split('@')[0] as Hat })),
  { openid: 'o_nobody', hat: 'anonymous' as Hat },
];
const endpoints = Object.keys(permissions) as EndpointName[];
const secret = '产检那天想有人陪着';

let cloud: ApiCloud;

/** An open order that p_member accepted, a private one that waits for p_member2, one that is closed, a wish in the pool. */
let story: { accepted: string; private: string; closed: string; wish: string; activity: string };

beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  story = await tellStory();
}, 30_000);
afterAll(() => cloud.close());

const version = (orderId: string) => cloud.storedOne<Order>('orders', orderId).version;
const ask = async (openid: string, input: { category: 'repair' | 'birth' | 'wish'; words: string }) =>
  (await cloud.getAs(openid, 'order.create', { ...input, when: 'any', fileIds: [], requestId: newRequest() })).orderId;
const dispatch = (orderId: string, memberIds: string[], more: { pool?: boolean } = {}) =>
  cloud.getAs('o_worker', 'order.dispatch', {
    orderId,
    version: version(orderId),
    memberIds,
    ...more,
    requestId: newRequest(),
  });
const accept = (orderId: string) =>
  cloud.getAs('o_member', 'order.accept', { orderId, version: version(orderId), requestId: newRequest() });

async function tellStory(): Promise<typeof story> {
  const closed = await ask('o_resident', { category: 'repair', words: '灯管不亮了' });
  await dispatch(closed, ['p_member']);
  await accept(closed);
  await cloud.getAs('o_member', 'order.complete', {
    orderId: closed,
    version: version(closed),
    evidence: { kind: 'phone', note: '电话里说好了' },
    requestId: newRequest(),
  });
  await cloud.getAs('o_resident', 'order.confirm', {
    orderId: closed,
    version: version(closed),
    stars: 5,
    tags: ['patient'],
    requestId: newRequest(),
  });
  const accepted = await ask('o_resident', { category: 'repair', words: '厨房水龙头漏水' });
  await dispatch(accepted, ['p_member']);
  await accept(accepted);
  const hidden = await ask('o_neighbour', { category: 'birth', words: secret });
  await dispatch(hidden, ['p_member2']);
  const wish = await ask('o_resident', { category: 'wish', words: '想要一把能坐着洗脚的椅子' });
  await dispatch(wish, [], { pool: true });
  const startsAt = '2026-11-22T09:00:00+08:00';
  const { activityId } = await cloud.getAs('o_secretary', 'activity.create', {
    title: '主题党日',
    kind: 'party-day',
    startsAt,
    placeName: '活动室',
    requestId: newRequest(),
  });
  return { accepted, private: hidden, closed, wish, activity: activityId };
}

/** Inputs that would be answered, if the hat may ask. */
function inputsOf(name: EndpointName): object[] {
  const orders = [story.accepted, story.private, story.closed, story.wish];
  const books = ['organization', 'service', 'courtyard'].flatMap((unit) =>
    ['p_member', 'p_resident', 'p_young', 'p_stranger'].map((personId) => ({ unit, personId })),
  );
  const reads: Partial<Record<EndpointName, object[]>> = {
    'card.get': [{ token: 'Card7Courtyard1East' }],
    'card.getCode': [{ token: 'Card7Courtyard1East' }],
    'place.listChildren': [{}, { token: 'Card7Courtyard1East' }, { placeId: 'qinghe_g1_c1' }],
    'order.listMine': [{ state: 'open' }, { state: 'closed' }],
    'order.listOffers': [{ state: 'open' }, { state: 'closed' }],
    'order.get': orders.map((orderId) => ({ orderId })),
    'order.listQueue': ['waiting', 'due', 'callback', 'inProgress'].map((filter) => ({ filter })),
    'order.suggest': orders.map((orderId) => ({ orderId })),
    'order.findSimilar': ['repair', 'birth', 'wish'].map((category) => ({ category })),
    'order.getDesk': [{}, { list: 'overdue' }, { list: 'returned' }, { list: 'reopened' }],
    'passbook.get': [{}, ...books],
    'passbook.list': ['organization', 'service', 'courtyard'].map((unit) => ({ unit })),
    'passbook.verify': books,
    'passbook.audit': ['organization', 'service', 'courtyard'].map((unit) => ({ unit })),
    'activity.get': [{ activityId: story.activity }],
  };
  return reads[name] ?? [{}];
}

/** Writes on every order of the story, with its version: most are refused by its status, some move it on. */
function writesOf(name: EndpointName): object[] {
  const extras: Partial<Record<EndpointName, object>> = {
    'order.dispatch': { memberIds: ['p_member2'] },
    'order.decline': { reason: 'no-time' },
    'order.release': { reason: 'unwell' },
    'order.complete': { evidence: { kind: 'phone', note: '办好了' } },
    'order.confirm': { stars: 4, tags: [] },
    'order.reopen': { words: '还在漏' },
    'order.cancel': { reason: 'solved-myself' },
    'order.refuse': { reason: 'not-ours' },
    'order.merge': { intoId: story.accepted },
    'order.transfer': { to: '12345' },
    'order.accept': {},
    'order.join': {},
    'order.remind': {},
  };
  const extra = extras[name];
  if (!extra) return [];
  return [story.accepted, story.private, story.closed, story.wish].map((orderId) => ({
    orderId,
    version: version(orderId),
    requestId: newRequest(),
    ...extra,
  }));
}

const isWrite = (name: EndpointName) => writesOf(name).length > 0;

/** Every other write, with an input that would be taken, if the hat may. */
function otherWritesOf(name: EndpointName): object[] {
  const award = `order:${story.closed}:award`;
  const { version: seen } = cloud.storedOne<Activity>('activities', story.activity);
  const inputs: Partial<Record<EndpointName, object[]>> = {
    'card.issue': [
      { placeId: 'qinghe_g1_h1', size: 'normal' },
      { placeId: 'liuyuan_g1', size: 'large' },
    ],
    'card.reissue': [{ token: 'Card7Courtyard1East', reason: '雨水泡坏了' }],
    'order.create': [{ category: 'errand', words: '取一下药', when: 'any', fileIds: [], placeId: 'qinghe_g1_h1' }],
    'order.intake': [
      {
        category: 'errand',
        words: '取一下药',
        when: 'any',
        name: '王奶奶',
        phone: '03514001234',
        placeId: 'qinghe_g1_h1',
      },
    ],
    'order.revealPhone': [story.accepted, story.private, story.closed].flatMap((orderId) =>
      ['requester', 'assignee'].map((party) => ({ orderId, party })),
    ),
    'activity.create': [
      { title: '上党课', kind: 'lecture', startsAt: '2026-11-22T09:00:00+08:00', placeName: '活动室' },
    ],
    'activity.mark': [
      { activityId: story.activity, version: seen, marks: [{ personId: 'p_young', state: 'present' }] },
    ],
    'activity.close': [{ activityId: story.activity, version: seen }],
    'passbook.contest': [{ entryId: award, words: '这一单不是我办的' }],
    'passbook.uphold': [{ entryId: award, reason: '居民点的就是您' }],
    'passbook.proposeReversal': [{ entryId: award, reason: '记错了人，应当冲正' }],
    'passbook.signReversal': [{ reversalId: `reversal:${award}`, agree: false, reason: '没有记错' }],
    'message.markRead': [{ messageIds: ['m1'] }],
    'message.grant': [{ accepted: ['order-news'] }],
    'person.saveSettings': [{ elder: true }],
    'person.switchHat': [{ hat: 'secretary@qinghe' }],
  };
  return (inputs[name] ?? []).map((input) => ({ ...input, requestId: newRequest() }));
}

interface Answer {
  readonly openid: string;
  readonly hat: Hat;
  readonly name: EndpointName;
  readonly input: object;
  readonly reply: Reply<unknown>;
  readonly text: string;
}

/** What every call of the walks cost. */
const traces: InvocationTrace[] = [];

async function walk(inputs: (name: EndpointName) => object[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { openid, hat } of callers) {
    const before = answers.length;
    for (const name of endpoints) {
      for (const input of inputs(name)) {
        const reply = await cloud.tryAs(openid, name, input);
        answers.push({ openid, hat, name, input, reply, text: JSON.stringify(reply) });
      }
    }
    traces.push(...(await cloud.trace(answers.length - before)));
  }
  return answers;
}

/** Whom each fact of the story may reach, beside those who tell it. */
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  李秀兰: ['o_resident', 'o_member', 'o_worker', 'o_leader', 'o_committee', 'o_secretary'],
  郭大勇: ['o_neighbour', 'o_worker', 'o_secretary'],
  [secret]: ['o_neighbour', 'o_worker', 'o_secretary'],
  段小满: ['o_elsewhere'],
  张海涛: ['o_member', 'o_resident', 'o_worker', 'o_leader', 'o_committee', 'o_secretary', 'o_inspector'],
  柳如是: ['o_stranger'],
  石磊: ['o_strangerSecretary'],
};

const publicPhones = ['10000000009', '10000000010', '10000000025'];
const phoneOf = (personId: string) => somebodies.find(({ id }) => id === personId)!.phone;

/** Parties of an order in hand see each other's number; no other reply than a card's and these holds one of a person without a public post. */
function mayHoldPhone({ openid, name, text }: Answer, phone: string): boolean {
  if (publicPhones.includes(phone)) return true;
  if (name === 'order.revealPhone')
    return ['o_worker', 'o_leader', 'o_committee', 'o_secretary', 'o_member', 'o_resident', 'o_neighbour'].includes(
      openid,
    );
  const inHand = text.includes(story.accepted) && name.startsWith('order.');
  return (
    inHand &&
    ((openid === 'o_member' && phone === phoneOf('p_resident')) ||
      (openid === 'o_resident' && phone === phoneOf('p_member')))
  );
}

/** A captain reads the names of their own team where they name who goes, and nowhere else. */
function mayHoldName({ openid, name }: Answer, fact: string): boolean {
  return mayKnow[fact]!.includes(openid) || (fact === '张海涛' && openid === 'o_captain' && name === 'order.suggest');
}

function expectNoLeak(answers: readonly Answer[]): void {
  const leaks = answers.flatMap((answer) => [
    ...Object.keys(mayKnow)
      .filter((fact) => answer.text.includes(fact) && !mayHoldName(answer, fact))
      .map((fact) => [answer.openid, answer.name, answer.input, fact]),
    ...(answer.text.match(/\b1\d{10}\b/g) ?? [])
      .filter((phone) => !mayHoldPhone(answer, phone))
      .map((phone) => [answer.openid, answer.name, answer.input, phone]),
  ]);
  expect(leaks).toEqual([]);
  expect(answers.filter(({ text }) => /"o_\w+"/.test(text)).map(({ openid, name }) => [openid, name])).toEqual([]);
}

describe('every endpoint as every hat', () => {
  let answers: Answer[];
  beforeAll(async () => {
    answers = await walk((name) => (isWrite(name) ? [] : inputsOf(name)));
  }, 120_000);

  it('has somebody for each hat', () => {
    expect(new Set(callers.map(({ hat }) => hat))).toEqual(new Set(hats));
  });

  it('answers or refuses by the table', () => {
    const wrong = answers.filter(({ hat, name, reply }) => {
      const refused =
        !reply.ok && (reply.code === 'FORBIDDEN' || reply.code === 'NOT_SIGNED_IN') && reply.field === undefined;
      const valid = reply.ok || reply.code !== 'INVALID_INPUT';
      return (
        valid && refused !== (scopeOf(hat, name) === 'none') && !(hat === 'anonymous' && name === 'place.listChildren')
      );
    });
    expect(wrong.map(({ openid, name, reply }) => [openid, name, reply])).toEqual([]);
    expect(answers.filter(({ reply }) => !reply.ok && (reply.code === 'INTERNAL' || reply.code === undefined))).toEqual(
      [],
    );
  });

  it('shows no phone number, name or word that the hat may not see', () => {
    expectNoLeak(answers);
  });

  it('shows each fact to those who need it', () => {
    for (const [fact, openids] of Object.entries(mayKnow)) {
      const saw = openids.filter((openid) =>
        answers.some((answer) => answer.openid === openid && answer.text.includes(fact)),
      );
      expect([fact, saw]).toEqual([fact, [...openids]]);
    }
  });

  it('offers no button that the hat may not press', () => {
    const offered = answers.flatMap(({ hat, text }) =>
      [...text.matchAll(/"actions":\[([^\]]*)\]/g)].flatMap(([, list]) =>
        [...list!.matchAll(/\w+/g)].map(([action]) => [hat, action] as const),
      ),
    );
    expect(offered.length).toBeGreaterThan(10);
    expect(offered.filter(([hat, action]) => scopeOf(hat, `order.${action}` as EndpointName) === 'none')).toEqual([]);
  });

  it('stays within its budgets: two reads for a list or a detail, three for home and desk, 64 KB', async () => {
    // A walk through a book goes page by page; who could go is looked up for an order.
    const more: Readonly<Record<string, number>> = {
      'home.get': 3,
      'order.getDesk': 3,
      'order.suggest': 3,
      'passbook.verify': 4,
      'passbook.audit': 22,
    };
    const over = traces.filter(({ event, reads, writes, examined, returned, bytes, refusals }) => {
      const isRead = event !== undefined && !isWrite(event as EndpointName) && writes === 0;
      const mostReads = more[event ?? ''] ?? 2;
      return refusals.length > 0 || bytes > 64 * 1024 || (isRead && (reads > mostReads || examined > 2 * returned + 2));
    });
    expect([
      ...new Set(
        over.map(({ event, reads, examined, returned, bytes, refusals }) =>
          JSON.stringify({ event, reads, examined, returned, bytes, refusals }),
        ),
      ),
    ]).toEqual([]);
  });
});

describe('every move as every hat', () => {
  it('shows nothing more than reading does, and touches no other community', async () => {
    const before = cloud.stored<Card & { communityId: string }>('cards');
    const answers = await walk(writesOf);
    expectNoLeak(answers);
    expect(answers.filter(({ reply }) => !reply.ok && reply.code === 'INTERNAL')).toEqual([]);
    const strangers = answers.filter(({ openid }) => openid.includes('tranger') || openid === openidOf('p_nobody'));
    expect(strangers.filter(({ reply }) => reply.ok)).toEqual([]);
    expect(cloud.stored('cards')).toEqual(before);
  }, 120_000);
});

describe('every other write as every hat', () => {
  it('is refused by the table, shows nothing more than reading does, and reaches into no other community', async () => {
    const answers = await walk(otherWritesOf);
    expect(new Set(answers.filter(({ reply }) => reply.ok).map(({ name }) => name)).size).toBeGreaterThan(10);
    const wrong = answers.filter(
      ({ hat, name, reply }) =>
        scopeOf(hat, name) === 'none' && (reply.ok || (reply.code !== 'FORBIDDEN' && reply.code !== 'NOT_SIGNED_IN')),
    );
    expect(wrong.map(({ openid, name, reply }) => [openid, name, reply])).toEqual([]);
    expectNoLeak(answers);
    expect(
      answers
        .filter(({ reply }) => !reply.ok && (reply.code === 'INTERNAL' || reply.code === 'INVALID_INPUT'))
        .map(({ openid, name, reply }) => [openid, name, reply]),
    ).toEqual([]);
    const qinghe = <T extends { communityId: string }>(name: string) =>
      cloud.stored<T>(name).filter(({ communityId }) => communityId === 'qinghe');
    const makers = [
      ...qinghe<Activity>('activities').map(({ createdBy }) => createdBy.personId),
      ...qinghe<Card>('cards').map(({ issuedBy }) => issuedBy.personId),
      ...qinghe<Order>('orders').map(({ requester }) => requester.personId),
    ];
    expect(makers.filter((personId) => personId.includes('tranger'))).toEqual([]);
  }, 120_000);
});
