import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cardPage } from '../../../cloudfunctions/core/card/card-code';
import type { InboxMessage } from '../../../cloudfunctions/core/access/inbox';
import { digestFields, inboxPage, messageFields, messagePage } from '../../../cloudfunctions/core/message/template';
import { isSubscriptionKind } from '../../../cloudfunctions/core/message/subscription-kinds';
import { messageKinds } from '../../../miniprogram/contracts/message';
import { messageFieldRules } from '@lianxin/local-cloud/testing';
import { hats } from '../../../miniprogram/contracts/hat';

const kinds = messageKinds.filter(isSubscriptionKind);

/** WeChat's own rule of a field, by the type in its name. */
function fits(field: string, value: string): boolean {
  return messageFieldRules[field.replace(/\d+$/, '')]?.test(value) === true && !value.includes('\n');
}

const message: InboxMessage = {
  messageId: 'm1',
  kind: 'offered',
  at: new Date('2026-11-27T16:05:00Z'),
  read: false,
  title: '厨房水龙头漏水',
  orderId: 'o1',
};

describe('a subscription message', () => {
  it('says what happened and the time that matters, on Shanghai’s clock, and no word of what it is about', () => {
    expect(messageFields('offered', message)).toEqual({ thing1: '派给您一张单，回个话', time2: '2026-11-28 00:05' });
    const due = messageFields('offered', { ...message, until: new Date('2026-11-30T01:00:00Z') });
    expect(due.time2).toBe('2026-11-30 09:00');
    const named: InboxMessage = { ...message, name: '李秀兰', points: 2 };
    for (const kind of kinds) expect(JSON.stringify(messageFields(kind, named))).not.toMatch(/水龙头|李秀兰/);
  });

  it.each(kinds)('%s keeps within what WeChat allows in each field', (kind) => {
    expect(Object.entries(messageFields(kind, message)).filter(([field, value]) => !fits(field, value))).toEqual([]);
  });

  it('and so does a digest, of however many', () => {
    for (const count of [2, 60, 12_345])
      expect(Object.entries(digestFields(count, message.at)).every(([field, value]) => fits(field, value))).toBe(true);
    expect(digestFields(5, message.at)['thing1']).toBe('有 5 条消息等您看');
  });

  it('leads to the order, on the page of the hat that its reader wears', () => {
    expect(messagePage(message, 'member')).toBe('packages/order/order/order?orderId=o1');
    expect(messagePage(message, 'gridWorker')).toBe('packages/order/trail/trail?orderId=o1');
    expect(messagePage(message, 'resident')).toBe('packages/order/progress/progress?orderId=o1');
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
    expect(pages).toContain(inboxPage);
  });
});
