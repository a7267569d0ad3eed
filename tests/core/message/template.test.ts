import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cardPage } from '../../../cloudfunctions/core/card/card-code';
import type { InboxMessage } from '../../../cloudfunctions/core/access/inbox';
import { messageFields, messagePage } from '../../../cloudfunctions/core/message/template';
import { hats } from '../../../miniprogram/contracts/hat';

const message: InboxMessage = {
  messageId: 'm1',
  kind: 'offered',
  at: new Date('2026-11-27T16:05:00Z'),
  read: false,
  title: '厨房水龙头漏水',
  orderId: 'o1',
};

describe('a subscription message', () => {
  it('says what it is about and the time that matters, on Shanghai’s clock', () => {
    expect(messageFields(message)).toEqual({ thing1: '厨房水龙头漏水', time2: '2026-11-28 00:05' });
    expect(messageFields({ ...message, until: new Date('2026-11-30T01:00:00Z') })['time2']).toBe('2026-11-30 09:00');
  });

  it('keeps within 20 characters and one line', () => {
    const long = messageFields({ ...message, title: `第一行\n${'很长'.repeat(20)}` })['thing1']!;
    expect([...long]).toHaveLength(20);
    expect(long).not.toMatch(/\n/);
    expect(messageFields({ ...message, title: '' })['thing1']).toBe('-');
  });

  it('leads to the order, on the page of the hat that its reader wears', () => {
    expect(messagePage(message, 'member')).toBe('packages/member/order/order?orderId=o1');
    expect(messagePage(message, 'gridWorker')).toBe('packages/branch/trail/trail?orderId=o1');
    expect(messagePage(message, 'resident')).toBe('packages/resident/progress/progress?orderId=o1');
    expect(messagePage({ messageId: 'm2', kind: 'points', at: new Date(0), read: false }, 'member')).toBe(
      'pages/home/home',
    );
  });

  it('and every page that it leads to is one of the mini-program', () => {
    const app = JSON.parse(readFileSync(path.resolve(__dirname, '../../../miniprogram/app.json'), 'utf8')) as {
      pages: string[];
      subPackages: { root: string; pages: string[] }[];
    };
    const pages = [
      ...app.pages,
      ...app.subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`)),
    ];
    for (const hat of hats) expect(pages).toContain(messagePage(message, hat).split('?')[0]);
    expect(pages).toContain(cardPage);
  });
});
