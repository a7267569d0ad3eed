/** An order in a list, as each reader meets it. */
import { memberCard, residentCard, staffCard, wishCard } from '../../miniprogram/views/order/order-card';
import { dueLine } from '../../miniprogram/packages/order/text/work';
import { completedView, errand, leak, offered, phoned, ramp, sampleNow, wishes } from '../miniprogram/samples/orders';

const now = Date.parse(sampleNow);

test('S1-18 a private errand in the queue', () => {
  expect(staffCard(errand, now)).toMatchObject({
    tag: '代办\u00a0· 保密',
    tone: 'gold',
    title: '一项代办',
    line: '柳巷 3 号院\u00a0· 租户',
    actionLabel: '我来办',
    action: 'accept',
    when: '2 小时前',
  });
});

test('S1-18 a private matter shows no words in a list, whoever may read them', () => {
  expect(staffCard({ ...errand, title: '孕期建册要带什么', actions: ['dispatch', 'accept'] }, now)).toMatchObject({
    title: '一项代办',
    actionLabel: '我来办',
  });
});

test('S2-11 what is outside says who has it and when an answer is due, and what is due next is the answer', () => {
  const outside = {
    ...leak,
    status: 'outside',
    transferredTo: '12345',
    answerBy: '2026-12-06T01:12:00.000Z',
    actions: ['dispatch', 'recordAnswer'],
  } as const;
  expect(staffCard(outside, now)).toMatchObject({ tone: 'warning', action: 'recordAnswer', actionLabel: '记下答复' });
  expect(staffCard(outside, now).line).toContain('转给了12345，最晚 12 月 6 日 9:12 有答复');
  expect(staffCard(outside, Date.parse('2026-12-07T00:00:00Z')).tone).toBe('red');
  expect(residentCard(outside, now)).toMatchObject({
    tag: '别处在办',
    line: '转给了12345，最晚 12 月 6 日 9:12 有答复',
  });
});

test('a broken promise stands out, a call comes first where it must, and a reopened order says so', () => {
  expect(staffCard({ ...ramp, late: true }, now).tone).toBe('red');
  expect(staffCard({ ...leak, dispatchBy: '2026-11-21T12:00:00.000Z', late: true }, now)).toMatchObject({
    tag: '晚了 1 小时',
    tone: 'red',
    category: '水电维修',
  });
  expect(staffCard({ ...errand, dispatchBy: '2026-11-21T12:00:00.000Z', late: true }, now).category).toBe(
    '代办\u00a0· 保密',
  );
  expect(staffCard({ ...leak, callFirst: true }, now).line).toContain('先回个电话');
  expect(staffCard({ ...phoned, status: 'completed', actions: ['remind', 'confirm'] }, now)).toMatchObject({
    actionLabel: '回电话',
    action: 'confirm',
  });
  expect(memberCard({ ...offered, status: 'accepted', unsolved: true }, now)).toMatchObject({
    tag: '再去一次',
    category: '水电维修',
    tone: 'red',
    line: expect.stringContaining('居民说没解决'),
  });
});

test('one action a card', () => {
  expect(staffCard(leak, now)).toMatchObject({
    tag: '水电维修',
    line: '柳巷 12 号院\u00a0· 独居老人',
    actionLabel: '派单',
    action: 'dispatch',
  });
  expect(staffCard(phoned, now)).toMatchObject({ tag: '电话点单', category: '陪诊送药', when: '今天 8:40' });
  expect(staffCard(ramp, now)).toMatchObject({
    tag: '还剩 5 小时',
    tone: 'warning',
    line: '派给 3 人，还没人接',
    actionLabel: '催一催',
    action: 'remind',
  });
  expect(memberCard(offered, now)).toMatchObject({
    tag: '还剩 2 天 13 小时',
    line: '柳巷 12 号院\u00a0· 独居老人\u00a0· 想今天下午',
    actionLabel: '我去',
  });
  expect(residentCard(offered, now)).toMatchObject({
    tag: '等人接单',
    line: '最晚 11 月 24 日 10:05 有人接',
    actionLabel: '看进展',
  });
  expect(wishes.map((wish) => wishCard(wish, now).line)).toEqual([
    '红色网格\u00a0· 一位老人',
    '绿色网格\u00a0· 一位邻居',
    '紫色网格\u00a0· 一位邻居',
  ]);
});

test('what a completed order waits for, as staff read it: a call, a word, or somebody who is never reached', () => {
  const called = { ...completedView, confirmer: { by: 'leader', name: '贺兰' } } as const;
  const until = '2026-11-23T04:00:00.000Z';
  const waiting = [{ callDue: true, callBy: until }, { lapsesAt: until }, { callDue: true, lapsesAt: until }] as const;
  const lines = waiting.map((one) => dueLine({ ...called, ...one }, now));
  expect(lines).toEqual([
    '没经手这张单的网格长贺兰打电话问一声。最晚 11 月 23 日 12:00 问到。',
    '没经手这张单的网格长贺兰打电话问一声。居民到 11 月 23 日 12:00 没话说，就先收尾。',
    '打了几天都没找到点单的人，到 11 月 23 日 12:00 还没打通，就先收尾，另算一笔。',
  ]);
});

test('a promise that was broken is not repeated to the resident; whom it was reported to is named', () => {
  const sent = { ...ramp, status: 'dispatched', acceptBy: '2026-12-01T09:10:00.000Z' } as const;
  expect(residentCard(sent, now).line).toBe('最晚 12 月 1 日 17:10 有人接');
  expect(residentCard({ ...sent, late: true }, now).line).toBe('到点了，还没人接');
  expect(residentCard({ ...sent, late: true, reportedTo: 'secretary' }, now).line).toBe('还没人接，报给了书记');
  const asked = { ...leak, dispatchBy: '2026-11-21T12:00:00.000Z', late: true } as const;
  expect(residentCard({ ...asked, reportedTo: 'gridWorker' }, now).line).toBe('还没派人，报给了网格员');
});
