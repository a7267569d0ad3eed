import type { OrderView } from '../../miniprogram/contracts/order';
import { memberCard, residentCard, staffCard, wishCard } from '../../miniprogram/views/order/order-card';
import { progress } from '../../miniprogram/views/order/progress';
import { progressSteps, trailSteps } from '../../miniprogram/text/order/trail';
import { candidatesOf, dispatchButton } from '../../miniprogram/views/order/dispatch';
import {
  acceptedView,
  closedView,
  completedView,
  dispatchedView,
  errand,
  leak,
  offered,
  phoned,
  ramp,
  sampleNow,
  suggestions,
  wishes,
} from '../miniprogram/samples/orders';

const now = Date.parse(sampleNow);

test('the resident reads her order in her own words', () => {
  expect(progressSteps(dispatchedView, now).map((step) => `${step.state} ${step.title} ${step.line}`.trim())).toEqual([
    'done 您点了单 11 月 21 日 9:12',
    'done 赵慧敏看过，派给了 2 位党员 10:05 · 都会修水管，一位就住 12 号院',
    'now 等党员接单 还剩 2 天 13 小时',
    'next 上门帮忙',
    'next 您点头，才算办完 打分，或者说没解决',
  ]);
  expect(progressSteps(acceptedView, now).at(-2)).toMatchObject({ state: 'now', title: '孙立群来帮忙' });
  expect(progressSteps(closedView, now).every((step) => step.state === 'done')).toBe(true);
});

const declined: OrderView = {
  ...dispatchedView,
  trail: [
    ...dispatchedView.trail,
    {
      at: '2026-11-21T05:00:00.000Z',
      action: 'decline',
      byName: '马晓雯',
      hat: 'member',
      reason: 'unwell',
      note: '感冒了',
    },
  ],
};

test('why a member declined is between the member and the grid worker', () => {
  const told = JSON.stringify(progressSteps(declined, now));
  expect(told).toContain('有一位去不了，还在等别人');
  expect(told).not.toMatch(/马晓雯|身体|感冒/);
  expect(trailSteps(declined).at(-1)).toMatchObject({
    title: '马晓雯去不了',
    line: '在职党员 · 11 月 21 日 13:00 · 身体不舒服 · 感冒了',
  });
});

test('X-05 staff read who, in which hat, when and why', () => {
  expect(trailSteps(closedView).map((step) => step.title)).toEqual([
    '居民点了单',
    '赵慧敏派给了 2 位',
    '孙立群接了单',
    '孙立群说办好了',
    '居民点了头',
  ]);
});

test('S2-12 the promise is a date and a time, and who takes over', () => {
  expect(progress(dispatchedView, now).promise).toEqual({
    title: '最晚 11 月 24 日 10:05 有人接',
    line: '到点没人接，社区书记会亲自来管。',
    tone: 'red',
  });
  expect(progress({ ...dispatchedView, late: true }, now).promise?.title).toBe('到点了，还没人接');
  expect(progress(completedView, now).promise?.line).toContain('不算满意也不算不满意');
  expect(progress(closedView, now).promise).toBeNull();
});

test('before anybody is sent, and after it came back, the promise is a time too', () => {
  const { acceptBy, ...submitted } = { ...dispatchedView, status: 'submitted' as const };
  expect(progress({ ...submitted, dispatchBy: '2026-11-22T01:12:00.000Z' }, now).promise).toEqual({
    title: '最晚 11 月 22 日 9:12 派人',
    line: '网格员正在看，派了就告诉您。',
    tone: 'plain',
  });
  expect(progress({ ...submitted, dispatchBy: '2026-11-21T01:12:00.000Z', late: true }, now).promise?.title).toBe(
    '还没派人，已经报给上一级',
  );
  expect(progress({ ...submitted, acceptBy: acceptBy ?? '', returns: 1 }, now).promise).toMatchObject({
    title: '正在重新派人',
    line: '最晚 11 月 24 日 10:05 有人接。',
  });
});

test('whoever joined reads of the neighbour who asked, and is not asked to nod', () => {
  const joined: OrderView = { ...completedView, joined: true, actions: [] };
  const said = JSON.stringify(progress(joined, now));
  expect(said).toContain('邻居提的，您也算一个');
  expect(said).toContain('邻居点了单');
  expect(said).not.toMatch(/您点了单|由您提出|您说了算|您点头/);
});

test('a wish that was put up was dispatched to nobody', () => {
  const published: OrderView = {
    ...dispatchedView,
    trail: [{ at: '2026-11-21T02:05:00.000Z', action: 'dispatch', byName: '赵慧敏', hat: 'gridWorker', count: 0 }],
  };
  expect([trailSteps(published)[0]?.title, progressSteps(published, now)[0]?.title]).toEqual([
    '赵慧敏发布出去，等人认领',
    '赵慧敏看过，发布出去了',
  ]);
});

test('a masked number is not one to dial', () => {
  expect(progress(acceptedView, now).helper).toMatchObject({ phone: '13800005521', text: '打给孙立群' });
  expect(
    progress({ ...acceptedView, assignee: { name: '孙立群', phone: '138 **** 5521', mayCall: false } }, now).helper,
  ).toBeNull();
});

test('S1-18 a private errand in the queue', () => {
  expect(staffCard(errand, now)).toMatchObject({
    tag: '代办 · 保密',
    tone: 'gold',
    title: '一项代办',
    line: '柳巷 3 号院 · 租户',
    act: '我来办',
    action: 'accept',
    when: '2 小时前',
  });
});

test('S1-18 a private matter shows no words in a list, whoever may read them', () => {
  expect(staffCard({ ...errand, title: '孕期建册要带什么', actions: ['dispatch', 'accept'] }, now)).toMatchObject({
    title: '一项代办',
    act: '我来办',
  });
});

test('a broken promise stands out, a call comes first where it must, and a reopened order says so', () => {
  expect(staffCard({ ...ramp, late: true }, now).tone).toBe('red');
  expect(staffCard({ ...leak, dispatchBy: '2026-11-21T12:00:00.000Z', late: true }, now)).toMatchObject({
    tag: '晚了 1 小时',
    tone: 'red',
  });
  expect(staffCard({ ...leak, callFirst: true }, now).line).toContain('先回个电话');
  expect(staffCard({ ...phoned, status: 'completed', actions: ['remind', 'confirm'] }, now)).toMatchObject({
    act: '回电话',
    action: 'confirm',
  });
  expect(memberCard({ ...offered, status: 'accepted', unsolved: true }, now)).toMatchObject({
    tag: '再去一次',
    tone: 'red',
    line: expect.stringContaining('居民说没解决'),
  });
});

test('one action a card', () => {
  expect(staffCard(leak, now)).toMatchObject({
    tag: '水电维修',
    line: '柳巷 12 号院 · 独居老人',
    act: '派单',
    action: 'dispatch',
  });
  expect(staffCard(phoned, now)).toMatchObject({ tag: '电话点单', when: '今天 8:40' });
  expect(staffCard(ramp, now)).toMatchObject({
    tag: '还剩 5 小时',
    tone: 'warning',
    line: '派给 3 人，还没人接',
    act: '催一催',
    action: 'remind',
  });
  expect(memberCard(offered, now)).toMatchObject({
    tag: '还剩 2 天 13 小时',
    line: '柳巷 12 号院 · 独居老人 · 想今天下午',
    act: '我去',
  });
  expect(residentCard(offered, now)).toMatchObject({
    tag: '等人接单',
    line: '最晚 11 月 24 日 10:05 有人接',
    act: '看进展',
  });
  expect(wishes.map((wish) => wishCard(wish, now).line)).toEqual([
    '红色网格 · 一位老人',
    '绿色网格 · 一位邻居',
    '紫色网格 · 一位邻居',
  ]);
});

test('why each person fits, and what the button will do', () => {
  const drawn = candidatesOf(suggestions, leak);
  expect(drawn.map((one) => one.reasons.map((reason) => reason.text))).toEqual([
    ['同一个院', '会水电', '下午有空'],
    ['会水电', '周六有空', '下午上班'],
    ['队长 田广志', '6 人有空'],
  ]);
  expect(drawn[1]?.reasons.map((reason) => reason.tone)).toEqual(['good', 'good', 'warning']);
  expect(dispatchButton(drawn)).toBe('先选谁去');
  expect(dispatchButton(drawn.map((one, index) => ({ ...one, chosen: index === 2 })))).toBe('派给水电小分队');
  expect(dispatchButton(drawn.map((one, index) => ({ ...one, chosen: index < 2 })))).toBe('派给 2 位党员');
});
