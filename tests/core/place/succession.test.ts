import type { Post } from '../../../cloudfunctions/core/place/post';
import { postOn } from '../../../cloudfunctions/core/place/succession';

const zhao = { personId: 'zhao', name: '赵慧敏', phone: '16400000009' };
const bai = { personId: 'bai', name: '白雪', phone: '16400000010' };
const day = (number: number) => new Date(Date.UTC(2026, 11, number));
const post = (more: Partial<Post>): Post => ({
  _id: 'post',
  communityId: 'qinghe',
  hat: 'gridWorker',
  placeId: 'g1',
  path: 'qinghe/g1',
  placeName: '红色网格',
  holder: zhao,
  since: day(1),
  ...more,
});
const past = (until: Date) => [{ personId: 'zhao', name: '赵慧敏', since: day(1), until }];

test('nothing changes before the day', () => {
  const waiting = post({ until: day(9), next: { holder: bai, from: day(9) } });
  expect(postOn(waiting, day(8))).toBe(waiting);
  expect(postOn(waiting, new Date(day(9).getTime() - 1))).toBe(waiting);
});

test('the successor takes over with the day, and the holder before is remembered', () => {
  const after = postOn(post({ until: day(9), next: { holder: bai, from: day(9) } }), day(9));
  expect(after).toEqual({ ...post({ holder: bai, since: day(9) }), past: past(day(9)) });
});

test('a post without a successor is vacant, and stays so until one comes', () => {
  const vacant = postOn(post({ until: day(5), next: { holder: bai, from: day(9) } }), day(6));
  expect(vacant.holder).toBeUndefined();
  expect(vacant.past).toEqual(past(day(5)));
  expect(postOn(vacant, day(9))).toMatchObject({ holder: bai, since: day(9), past: past(day(5)) });
});

test('whoever never looked in between finds both steps done, and the successor goes in turn', () => {
  const late = post({ until: day(5), next: { holder: bai, from: day(9) } });
  expect(postOn(late, day(20))).toEqual({ ...post({ holder: bai, since: day(9) }), past: past(day(5)) });
});
