import type { Card } from '../../../cloudfunctions/core/card/card';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { freeTexts } from '../../../cloudfunctions/core/access/free-texts';
import type { Good } from '../../../cloudfunctions/core/reward/good';
import { scopeOf } from '../../../cloudfunctions/core/access/permissions';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import { gridStaffHats, hats, type Hat } from '../../../miniprogram/contracts/hat';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { openidOf } from '../../support/community';
import { callAll, callers, type Calls } from './calls';
import { makeExamples, type Examples } from './examples';
import { inputsOf, isMove, movesOf, otherWritesOf } from './inputs';
import { expectNoLeak, mayKnow } from './leaks';
import { distances, isReached, onOrders, orderIdOf, placeOwn, placeTargets, probeOf, targets } from './reach';
import { plantTexts, readsOf } from './texts';

let cloud: ApiCloud;
let examples: Examples;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'files'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  examples = await makeExamples(cloud);
}, 90_000);
afterAll(() => cloud.close());

describe('every endpoint as every hat', () => {
  let answers: Calls['answers'];
  let traces: Calls['traces'];
  beforeAll(async () => {
    ({ answers, traces } = await callAll(cloud, (name) => (isMove(examples, name) ? [] : inputsOf(examples, name))));
  }, 400_000);

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
    expectNoLeak(answers, examples);
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
    // What a member would press, as whoever makes an order public is shown before.
    const own = answers.filter(({ name }) => name !== 'order.previewPublic');
    const offered = own.flatMap(({ hat, text }) =>
      [...text.matchAll(/"actions":\[([^\]]*)\]/g)].flatMap(([, list]) =>
        [...list!.matchAll(/\w+/g)].map(([action]) => [hat, action] as const),
      ),
    );
    expect(offered.length).toBeGreaterThan(10);
    expect(offered.filter(([hat, action]) => scopeOf(hat, `order.${action}` as EndpointName) === 'none')).toEqual([]);
  });

  it('stays within its budgets: two reads for a list or a detail, three for home, desk and book, 64 KB', async () => {
    // A book is checked when it opens; a walk through one goes page by page, and asks what stands behind its lines. Who
    // could go is looked up for an order, and open orders of a number for a call.
    const more: Readonly<Record<string, number>> = {
      'home.get': 3,
      'order.getDesk': 3,
      'order.search': 4,
      'order.listNeeds': 4,
      'order.suggest': 4,
      // With an order: of its courtyard, and of its grid.
      'order.findDuplicates': 4,
      // Behind the last book come members without one yet.
      'passbook.list': 4,
      'passbook.get': 4,
      'reward.getSheet': 3,
      // Lines by hand come with how much of the month is left, by the policy.
      'passbook.listGrants': 4,
      // A month comes with a page of its members, a year with the months that there are.
      'review.get': 3,
      'review.getYear': 4,
      // Names stand where their owners want it; a list follows from its months.
      'recognition.getCommendation': 4,
      'recognition.getRanking': 3,
      'recognition.listThanks': 3,
      'recognition.listStarInputs': 3,
      // A record is put together from enrolment, books, the newest month, and the exchange.
      'review.getRecord': 7,
      'review.listShared': 5,
      'reward.list': 6,
      'passbook.slip': 3,
      'passbook.checkSlip': 3,
      'file.printMonthSlip': 3,
      'passbook.verify': 10,
      'passbook.audit': 22,
      // A site names its organisation and the reader's own link; an instructor's links are those of their organisation.
      'site.get': 3,
      'site.listLinks': 3,
      'site.getCircle': 3,
      // Teams name whoever holds their captain's post, and a policy comes with its latest changes.
      'team.list': 3,
      // Employers come with who wears their hats.
      'employer.list': 3,
      'policy.get': 3,
      'policy.listCategories': 3,
      'file.printStationMap': 3,
      'file.printRewardSheet': 3,
      // Who is not enrolled chooses among the grids; a household with the sign says its building's name.
      'enrolment.get': 3,
      'enrolment.listCentres': 3,
      // The five parts of a member are put together from the heads of their books.
      'enrolment.getPresence': 3,
      // A place comes with what lies under it, a post with who could hold it; a new community is looked through.
      'place.get': 3,
      'post.list': 3,
      // Whom a branch visits and helps come with what is kept of them, and whom else it could be.
      'help.list': 6,
      'help.getMember': 6,
      // Grids come with who works there; who leaves with their posts, those to come, and what is in their hands.
      'place.listGrids': 3,
      'person.previewLeave': 5,
      'setup.getProgress': 6,
      // A household comes with its visits, a move with who has the newcomer's number already.
      'visit.getHousehold': 3,
      'residence.list': 3,
      // Numbers come with the days on which they were checked, cards to print with their grid's.
      'card.listNumbers': 3,
      'file.checkCards': 4,
      // Exports come with the grids that can be chosen.
      'export.list': 3,
    };
    const over = traces.filter(({ event, reads, writes, examined, returned, bytes, refusals }) => {
      const isRead = event !== undefined && !isMove(examples, event as EndpointName) && writes === 0;
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

describe('every free text', () => {
  it('is read by whom its row of the table names, and by nobody else', async () => {
    const planted = await plantTexts(cloud);
    const { texts } = planted;
    expect([...new Set(texts.map(({ field }) => field))].sort()).toEqual(Object.keys(freeTexts).sort());
    const reads = readsOf(planted);
    const { answers } = await callAll(cloud, (name) =>
      isMove(examples, name) ? [] : (reads[name] ?? inputsOf(examples, name)),
    );
    const measured = texts.map(({ text, field }) => {
      const openids = answers.filter((answer) => answer.text.includes(text)).map(({ openid }) => openid);
      return [field, text, [...new Set(openids)].sort()];
    });
    expect(measured).toEqual(texts.map(({ text, field, readers }) => [field, text, readers]));
  }, 400_000);
});

describe('every move as every hat', () => {
  it('shows nothing more than reading does, and touches no other community', async () => {
    const before = cloud.stored<Card & { communityId: string }>('cards');
    const { answers } = await callAll(cloud, (name) => movesOf(cloud, examples, name));
    expectNoLeak(answers, examples);
    expect(answers.filter(({ reply }) => !reply.ok && reply.code === 'INTERNAL')).toEqual([]);
    const strangers = answers.filter(({ openid }) => openid.includes('tranger') || openid === openidOf('p_nobody'));
    expect(strangers.filter(({ reply }) => reply.ok)).toEqual([]);
    expect(cloud.stored('cards')).toEqual(before);
  }, 400_000);
});

describe('every other write as every hat', () => {
  it('is refused by the table, shows nothing more than reading does, and reaches into no other community', async () => {
    const { answers } = await callAll(cloud, (name) => otherWritesOf(cloud, examples, name));
    expect(new Set(answers.filter(({ reply }) => reply.ok).map(({ name }) => name)).size).toBeGreaterThan(10);
    const wrong = answers.filter(
      ({ hat, name, reply }) =>
        scopeOf(hat, name) === 'none' && (reply.ok || (reply.code !== 'FORBIDDEN' && reply.code !== 'NOT_SIGNED_IN')),
    );
    expect(wrong.map(({ openid, name, reply }) => [openid, name, reply])).toEqual([]);
    expectNoLeak(answers, examples);
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
      ...qinghe<Good>('goods').flatMap(({ prices }) => prices.map(({ by }) => by.personId)),
      ...qinghe<Order>('orders').map(({ requester }) => requester.personId),
    ];
    expect(makers.filter((personId) => personId.includes('tranger'))).toEqual([]);
  }, 400_000);
});

describe('every cell reaches as far as the table says, and no further', () => {
  /** One person for each hat, those of the first grid before others. */
  const wearers = hats.flatMap((hat) => callers.find((caller) => caller.hat === hat) ?? []);
  const upTo = (scope: string) => distances.slice(0, distances.findIndex((distance) => distance === scope) + 1);
  beforeAll(() => placeTargets(cloud, examples.accepted), 100_000);

  it.each(Object.keys(onOrders) as EndpointName[])('%s on orders', async (name) => {
    const measured = await Promise.all(
      wearers.map(async ({ openid, hat }) => {
        const reached: string[] = [];
        for (const distance of distances)
          for (const index of onOrders[name]!.shapes.keys()) {
            const reply = await cloud.tryAs(openid, name, probeOf(name, orderIdOf(name, distance, index)));
            if (isReached(reply) && !reached.includes(distance)) reached.push(distance);
          }
        return [hat, reached];
      }),
    );
    // Nobody joins where they work on the orders: theirs is another word.
    const isAtWork = (hat: Hat) => name === 'order.join' && gridStaffHats.some((one) => one === hat);
    expect(measured).toEqual(wearers.map(({ hat }) => [hat, isAtWork(hat) ? [] : upTo(scopeOf(hat, name))]));
    for (const { openid, hat } of wearers.filter((one) => scopeOf(one.hat, name) === 'own')) {
      const orderId = await placeOwn(cloud, name, openid.replace(/^o_/, 'p_'));
      const more = name === 'order.revealPhone' ? { party: 'assignee' } : {};
      expect([hat, isReached(await cloud.tryAs(openid, name, probeOf(name, orderId, more)))]).toEqual([hat, true]);
    }
  });

  it('order.listQueue, card.issue and order.intake', async () => {
    const intake = { category: 'errand', words: '取药', when: 'any', name: '王奶奶', phone: '03514001235' };
    for (const { openid, hat } of wearers) {
      const queue = JSON.stringify(await cloud.tryAs(openid, 'order.listQueue', { filter: 'waiting' }));
      const issued: string[] = [];
      const taken: string[] = [];
      for (const distance of distances) {
        const at = { placeId: targets[distance]._id, requestId: newRequest() };
        if (isReached(await cloud.tryAs(openid, 'card.issue', { ...at, size: 'normal' }))) issued.push(distance);
        if (isReached(await cloud.tryAs(openid, 'order.intake', { ...intake, ...at }))) taken.push(distance);
      }
      expect([hat, issued]).toEqual([hat, upTo(scopeOf(hat, 'card.issue'))]);
      expect([hat, taken]).toEqual([hat, upTo(scopeOf(hat, 'order.intake'))]);
      const farther = distances.filter((distance) => !upTo(scopeOf(hat, 'order.listQueue')).includes(distance));
      expect([hat, farther.filter((distance) => queue.includes(`_${distance}_`))]).toEqual([hat, []]);
    }
  });

  it.each(['passbook.get', 'passbook.verify', 'passbook.slip'] as const)('%s on the books of others', async (name) => {
    const more = { unit: 'service', ...(name === 'passbook.slip' && { month: '2026-11' }) };
    for (const { openid, hat } of wearers) {
      const ask = (personId: string) => cloud.tryAs(openid, name, { ...more, personId });
      const own = await ask(openid.replace(/^o_/, 'p_'));
      const reached = [isReached(await ask('p_member')), isReached(await ask('p_stranger'))];
      const scope = scopeOf(hat, name);
      const isAllowed = own.ok || (own.code !== 'FORBIDDEN' && own.code !== 'NOT_SIGNED_IN');
      const isMember = openid === 'o_member';
      expect([hat, isAllowed, ...reached]).toEqual([
        hat,
        scope !== 'none',
        ['community', 'branch'].includes(scope) || isMember,
        false,
      ]);
    }
  });
});
