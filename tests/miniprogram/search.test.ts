/** How staff find an order. */
import { answered, cloudOf, mountPage, refused } from '../support/simulate';
import { freshPhone, visited } from './samples/phone';
import { replies } from './samples/replies';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);

describe('search', () => {
  const { requesterName = '', number } = { ...replies['order.search'].orders[0]! };
  const open = async (answers: Parameters<typeof cloudOf>[0]) => {
    const calls = cloudOf(answers);
    const page = mountPage('packages/desk/search/search', {}, sessionOf(hats.secretary));
    await page.settle();
    const find = async (words: string) => {
      page.call('type', { value: words });
      page.call('find');
      await page.settle();
    };
    return { calls, page, find };
  };

  test('asks nothing at first, then shows whose order it is and no telephone number', async () => {
    const { calls, page, find } = await open({
      'order.search': answered({ ...replies['order.search'], next: 'after-this' }),
    });
    await find('  ');
    expect(calls).toEqual([]);
    expect(page.text()).toContain('办完的也找得到');
    await find(' 王奶奶 ');
    expect(page.text()).toContain('这个名字点的');
    expect(page.text()).toContain(`${number}\u00a0· ${requesterName}`);
    expect(page.text()).not.toMatch(/\d{3} \*{4}|1\d{10}/);
    page.call('changePage', { to: 'older' });
    await page.settle();
    expect(calls.map(({ input }) => input)).toEqual([{ words: '王奶奶' }, { words: '王奶奶', cursor: 'after-this' }]);
  });

  test('looks for words of an order, and narrows by month, step and grid', async () => {
    const grids = [
      { gridId: 'g1', name: '红色网格' },
      { gridId: 'g2', name: '黄色网格' },
    ];
    const { calls, page, find } = await open({
      'order.search': answered({ ...replies['order.search'], by: 'words', month: '2026-11', grids }),
    });
    expect(page.text()).not.toContain('哪个网格都行');
    page.call('chooseStatus', { value: '1' });
    await page.settle();
    expect(page.text()).toContain('待派');
    page.call('chooseGrid', { value: '2' });
    await page.settle();
    expect(page.text()).toContain('黄色网格');
    page.call('chooseWay', { value: 'words' });
    await find('水管');
    expect(page.text()).toContain('2026 年 11 月说到这事的');
    const filter = { status: 'submitted', placeId: 'g2' };
    expect(calls.map(({ input }) => input)).toEqual([
      { status: 'submitted' },
      filter,
      { ...filter, words: '水管', as: 'words' },
    ]);
  });

  test('narrows by a courtyard that is chosen by touch, and lets it go again', async () => {
    const { calls, page } = await open({ 'order.search': answered({ ...replies['order.search'], by: 'filter' }) });
    expect(page.text()).toContain('哪个院都行');
    let choose = (_: { placeId: string; placeLabel: string }): void => undefined;
    Object.assign(wx, {
      navigateTo: ({ url, events }: { url: string; events: { chosen: typeof choose } }) => {
        visited.push(url);
        choose = events.chosen;
      },
    });
    page.call('choosePlace');
    choose({ placeId: 'qinghe_g1_c1', placeLabel: '柳巷 12 号院' });
    await page.settle();
    expect(visited).toEqual(['/packages/resident/place/place']);
    expect(page.text()).toContain('柳巷 12 号院');
    page.call('leavePlace');
    await page.settle();
    expect(page.text()).toContain('哪个院都行');
    expect(calls.map(({ input }) => input)).toEqual([{ placeId: 'qinghe_g1_c1' }]);
  });

  test('says when there is no such order, and when the words are none of the four', async () => {
    const none = await open({ 'order.search': answered({ by: 'day', orders: [], grids: [] }) });
    await none.find('11-20');
    expect(none.page.text()).toContain('没有这样的单子');
    const unread = await open({ 'order.search': refused('INVALID_INPUT') });
    await unread.find('123');
    expect(unread.page.text()).toContain('看不懂这是单号、姓名、电话还是哪天');
  });
});
