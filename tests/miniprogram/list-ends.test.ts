/** Lists that the cloud cuts, from their first page to their end and back. */
import type { SessionView } from '../../miniprogram/contracts/person';
import { answered, cloudOf, mountPage, type Answers } from '../support/simulate';
import { ramp } from './samples/orders';
import { cursors, paged, changePage } from './samples/long-lists';
import { freshPhone, phone } from './samples/phone';
import { replies } from './samples/replies';
import { hats, sessionOf } from './samples/sessions';

beforeEach(() => {
  freshPhone();
  Object.assign(phone.wx, { pageScrollTo: () => undefined });
});

/** Forty-five lines of each list that the cloud cuts, and the name of the one at a place, from 1. */
const names = Array.from({ length: 45 }, (_, index) => `第${index + 1}号`);
const cut = <Line>(line: (name: string) => Line, cursor?: string) => {
  const { page, ...rest } = paged(names.map(line), cursor);
  return { page, rest };
};
const long: readonly [page: string, as: SessionView, answers: Answers][] = [
  [
    'pages/orders/orders',
    sessionOf(hats.secretary),
    {
      'order.getDesk': ({ cursor }) => {
        const { page, rest } = cut((title) => ({ ...ramp, orderId: title, title }), cursor);
        return answered({ ...replies['order.getDesk'], countsAtLeast: true, orders: page, ...rest });
      },
    },
  ],
  [
    'packages/passbook/reversals/reversals',
    sessionOf(hats.secretary),
    {
      'passbook.listReversals': ({ cursor }) => {
        const [one] = replies['passbook.listReversals'].reversals;
        const { page, rest } = cut((personName) => ({ ...one!, reversalId: personName, personName }), cursor);
        return answered({ reversals: page, ...rest });
      },
    },
  ],
  [
    'packages/resident/place/place',
    sessionOf(hats.gridWorker),
    {
      'place.listChildren': ({ cursor }) => {
        const { page, rest } = cut(
          (name) => ({ placeId: name, kind: 'courtyard' as const, name, label: name, hasMore: true }),
          cursor,
        );
        return answered({ places: page, ...rest });
      },
    },
  ],
  ...(['packages/order/dispatch/dispatch', 'packages/order/assign-member/assign-member'] as const).map(
    (file): [string, SessionView, Answers] => [
      file,
      sessionOf(hats.gridWorker),
      {
        'order.suggest': ({ cursor }) => {
          const [one] = replies['order.suggest'].suggestions;
          const { page, rest } = cut((name) => ({ ...one!, memberId: name, name }), cursor);
          return answered({ ...replies['order.suggest'], suggestions: page, ...rest });
        },
      },
    ],
  ),
];

test.each(long)('%s leads to the end of its list, and back, within 400 nodes', async (file, as, answers) => {
  const calls = cloudOf(answers);
  const page = mountPage(file, { orderId: 'order-leak' }, as);
  await page.settle();
  const seen = () => [...new Set(page.text().match(/第\d+号/g))];
  const seenOnPages = [seen()];
  for (const to of ['older', 'older', 'newer', 'newer'] as const) {
    await changePage(page, to);
    seenOnPages.push(seen());
    expect(page.dom.querySelectorAll('*').length).toBeLessThanOrEqual(400);
  }
  const pages = [names.slice(0, 20), names.slice(20, 40), names.slice(40)];
  expect(seenOnPages).toEqual([pages[0], pages[1], pages[2], pages[1], pages[0]]);
  expect(cursors(calls)).toEqual([undefined, '20', '40', '20', undefined]);
  if ('order.getDesk' in answers) expect(page.text()).toContain('2+');
});

test('whoever was chosen stays chosen, and in sight, on every page of who could go', async () => {
  const calls = cloudOf(long[3]![2]);
  const page = mountPage(long[3]![0], { orderId: 'order-leak' }, long[3]![1]);
  await page.settle();
  page.call('choose', { memberId: '第2号' });
  await changePage(page, 'older');
  expect(page.instance.data['button']).toBe('派给第2号');
  expect(page.text()).toContain('第2号');
  page.call('choose', { memberId: '第33号' });
  await changePage(page, 'older');
  await changePage(page, 'newer');
  await changePage(page, 'newer');
  expect(page.instance.data['button']).toBe('派给 2 位党员');
  page.call('dispatch');
  await page.settle();
  const sent = calls.find(({ name }) => name === 'order.dispatch')?.input['memberIds'];
  expect([...(sent as string[])].sort()).toEqual(['第2号', '第33号']);
});

test('a page of lines that all were settled gives way to what is left', async () => {
  const [one] = replies['passbook.listReversals'].reversals;
  let left = names.slice(0, 21);
  cloudOf({
    'passbook.listReversals': ({ cursor }) => {
      const { page, ...rest } = paged(
        left.map((personName) => ({ ...one!, reversalId: personName, personName })),
        cursor,
      );
      return answered({ reversals: page, ...rest });
    },
  });
  const page = mountPage('packages/passbook/reversals/reversals', {}, sessionOf(hats.secretary));
  await page.settle();
  await changePage(page, 'older');
  expect(page.text()).toContain('第21号');
  page.call('step', { step: 'uphold', reversalId: '第21号' });
  left = left.slice(0, 20);
  page.call('submitReason', { reason: '', words: '没有请假条' });
  await page.settle();
  await page.settle();
  expect(page.text()).not.toContain('第21号');
  expect(page.text()).toContain('第20号');
});
