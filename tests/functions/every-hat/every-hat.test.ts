import type { Card } from '../../../cloudfunctions/core/card/card';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { scopeOf } from '../../../cloudfunctions/core/access/permissions';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import { hats } from '../../../miniprogram/contracts/hat';
import { startApi, type ApiCloud } from '../../support/api';
import { openidOf } from '../../support/community';
import { callAll, callers, type Calls } from './calls';
import { makeExamples, type Examples } from './examples';
import { inputsOf, isMove, movesOf, otherWritesOf } from './inputs';
import { expectNoLeak, mayKnow } from './leaks';

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
    const offered = answers.flatMap(({ hat, text }) =>
      [...text.matchAll(/"actions":\[([^\]]*)\]/g)].flatMap(([, list]) =>
        [...list!.matchAll(/\w+/g)].map(([action]) => [hat, action] as const),
      ),
    );
    expect(offered.length).toBeGreaterThan(10);
    expect(offered.filter(([hat, action]) => scopeOf(hat, `order.${action}` as EndpointName) === 'none')).toEqual([]);
  });

  it('stays within its budgets: two reads for a list or a detail, three for home, desk and book, 64 KB', async () => {
    // A book is checked when it opens; a walk through one goes page by page, and asks what stands behind its lines. Who
    // could go is looked up for an order.
    const more: Readonly<Record<string, number>> = {
      'home.get': 3,
      'order.getDesk': 3,
      'order.suggest': 3,
      'passbook.get': 3,
      'passbook.slip': 4,
      'passbook.verify': 10,
      'passbook.audit': 22,
      // A site names its organisation and the reader's own link; an instructor's links are those of their organisation.
      'site.get': 3,
      'site.listLinks': 3,
      'site.getCircle': 3,
      'file.printStationMap': 3,
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
      ...qinghe<Order>('orders').map(({ requester }) => requester.personId),
    ];
    expect(makers.filter((personId) => personId.includes('tranger'))).toEqual([]);
  }, 400_000);
});
