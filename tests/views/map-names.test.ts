import { namedPoints } from '../../miniprogram/packages/courier/views/map-names';

const at = (longitude: number, latitude: number) => ({ longitude, latitude });
const corners = [at(0, 0), at(9, 10)];

test('no name lies over another; the first of those that would is named', () => {
  expect([...namedPoints([...corners, at(1, 0.5), at(1, 3), at(4, 0.5)], 9)]).toEqual([0, 1, 3, 4]);
});

test('names no more than asked for, one point alone, and nothing of nothing', () => {
  expect([...namedPoints([...corners, at(4, 5)], 2)]).toEqual([0, 1]);
  expect([...namedPoints([at(4, 5)], 9)]).toEqual([0]);
  expect([...namedPoints([], 9)]).toEqual([]);
});
