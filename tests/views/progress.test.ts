/** One order, as the resident who asked for it reads it. */
import type { OrderView } from '../../miniprogram/contracts/order';
import { progress } from '../../miniprogram/packages/order/views/progress';
import { acceptedView, closedView, completedView, dispatchedView, sampleNow } from '../miniprogram/samples/orders';

const now = Date.parse(sampleNow);

test('S2-12 the promise is a date and a time, and who takes over', () => {
  expect(progress(dispatchedView, now).promise).toEqual({
    title: '最晚 11 月 24 日 10:05 有人接',
    line: '到点没人接，一级一级往上报，直到书记来管。',
    tone: 'red',
  });
  expect(progress({ ...dispatchedView, late: true, reportedTo: 'gridLeader' }, now).promise).toEqual({
    title: '到点了，还没人接',
    line: '已经报给网格长来管。',
    tone: 'warning',
  });
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
    '到点了，还没派人',
  );
  expect(progress({ ...submitted, acceptBy: acceptBy ?? '', returns: 1 }, now).promise).toMatchObject({
    title: '正在重新派人',
    line: '最晚 11 月 24 日 10:05 有人接。',
  });
});

test('a nod needs no stars: who gave none is asked for them, and may give none', () => {
  const nodded = {
    ...closedView,
    rating: { stars: 0, tags: [], via: 'requester' },
    actions: ['changeRating'],
  } as const;
  expect(progress(nodded, now)).toMatchObject({ rating: null, mayRate: true });
  expect(progress({ ...nodded, actions: [] }, now)).toMatchObject({ rating: null, mayRate: false });
  expect(progress({ ...nodded, rating: { ...nodded.rating, stars: 4 } }, now)).toMatchObject({
    rating: { stars: 4 },
    mayRate: false,
  });
});

test('S2-11 what was transferred says who has it, until when an answer is due, and what it was', () => {
  const outside = {
    ...dispatchedView,
    status: 'outside',
    transferredTo: '12345',
    answerBy: '2026-12-06T01:12:00.000Z',
  } as const;
  expect(progress(outside, now)).toMatchObject({
    status: '别处在办',
    promise: { title: '12345在办，最晚 12 月 6 日 9:12 有答复', tone: 'plain' },
  });
  expect(progress(outside, Date.parse('2026-12-07T00:00:00Z')).promise).toMatchObject({
    title: '12345还没有答复',
    tone: 'warning',
  });
  const answered = { ...outside, status: 'closed', outcome: 'transferred', answer: '换了路灯' } as const;
  expect(progress(answered, now)).toMatchObject({
    status: '转给别处了',
    promise: { title: '12345答复了', line: '换了路灯', tone: 'good' },
  });
});

test('whoever joined reads of the neighbour who asked, and is not asked to nod', () => {
  const joined: OrderView = { ...completedView, joined: true, actions: [] };
  const said = JSON.stringify(progress(joined, now));
  expect(said).toContain('邻居提的，您也算一个');
  expect(said).toContain('邻居点了单');
  expect(said).not.toMatch(/您点了单|由您提出|您说了算|您点头/);
});

test('a masked number is not one to dial', () => {
  expect(progress(acceptedView, now).helpers).toMatchObject([{ phone: '138 0000 5521', text: '打给孙立群' }]);
  expect(
    progress({ ...acceptedView, assignee: { name: '孙立群', phone: '138 **** 5521', mayCall: false } }, now).helpers,
  ).toEqual([]);
});
