import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { indexFieldsOf } from '../../../cloudfunctions/core/order/document/index-fields';
import { orderFigures } from '../../../miniprogram/contracts/brief';
import { stampForms } from '../../../local/demo/forms';
import { inStatus, lapsed } from '../../core/order/sample-orders';
import { startApi, type ApiCloud } from '../../support/api';
import { communities, loadCommunity } from '../../support/community';

const solved = inStatus('closed');
const silent = lapsed(inStatus('completed'));
const createdAt = new Date('2026-11-02T01:00:00Z');

const { grids } = communities[0]!;

function placeOf({ gridId, name, path }: (typeof grids)[number]): Order['place'] {
  return { placeId: gridId, path, label: name, gridId, gridName: name };
}

function orderOf(index: number, state: Pick<Order, 'outcome' | 'status'>): Order {
  const _id = `o${index}`;
  const of = { ...solved, ...state, _id, communityId: 'qinghe', urgent: index < 6, number: `2611-${String(index)}` };
  const order = { ...of, createdAt, updatedAt: createdAt, place: placeOf(index < 12 ? grids[0]! : grids[1]!) };
  return { ...order, ...indexFieldsOf(order), scopes: ['qinghe', order.place.gridId], requests: [_id] };
}

/** Twelve in one grid, two of them without a word; three in another. */
const all = Array.from({ length: 15 }, (_, index) => orderOf(index, index > 9 && index < 12 ? silent : solved));

describe('a month of a community', () => {
  let cloud: ApiCloud;
  beforeAll(async () => {
    cloud = await startApi({
      demo: {
        load(database) {
          loadCommunity(database, 'new');
          database.load('orders', stampForms('orders', all));
        },
        personas: () => [],
      },
    });
    await cloud.setClock('2026-11-20T10:05:00+08:00');
    await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
  });
  afterAll(() => cloud.close());

  test('says the hour that it is from, its figures and its times, and hides what few are behind', async () => {
    const brief = await cloud.getAs('o_secretary', 'brief.get', {});
    expect(brief.until).toMatch(/^2026-11-20T02:/);
    expect(brief.orders).toMatchObject({ created: 15, solved: 13, unrated: 2, urgent: 6, urgentSolved: 6 });
    expect(brief.accept?.of).toBe(15);
    expect(brief.close?.of).toBe(13);
    expect(brief.grids.map(({ created }) => created)).toEqual([null, null]);
    expect(brief.words.join('\n')).toContain('群众急难事件 6 起，办好 6 起');
    expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(2);
  });

  test('each of its numbers is the length of the list that it opens', async () => {
    const { orders } = await cloud.getAs('o_secretary', 'brief.get', { month: '2026-11' });
    for (const figure of orderFigures) {
      const list = await cloud.getAs('o_secretary', 'order.search', { month: '2026-11', figure });
      expect([figure, list.orders.length]).toEqual([figure, orders[figure]]);
    }
    const refused = await cloud.callAs('o_secretary', 'order.search', { figure: 'solved', words: '水管' });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'month' });
  });

  test('is printed, the same file for the same numbers, and for nobody who may not read it', async () => {
    const print = () => cloud.getAs('o_secretary', 'file.printBrief', { month: '2026-11' });
    const [first, second] = [await print(), await print()];
    expect(first.missing).toEqual([]);
    expect(first.fileId).toBe(second.fileId);
    expect(await cloud.callAs('o_resident', 'brief.get', {})).toMatchObject({ code: 'FORBIDDEN' });
    expect(await cloud.callAs('o_resident', 'file.printBrief', {})).toMatchObject({ code: 'FORBIDDEN' });
  });
});
