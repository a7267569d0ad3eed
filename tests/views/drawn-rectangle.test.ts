import { boxOf, boxWithin, rectangleBetween } from '../../miniprogram/packages/order/views/drawn-rectangle';

const picture = boxWithin({ width: 400, height: 300 }, { width: 1_600, height: 800 });

test('a picture stands whole in the middle of its frame', () => {
  expect(picture).toEqual({ left: 0, top: 50, width: 400, height: 200 });
  expect(boxWithin({ width: 100, height: 100 }, { width: 0, height: 0 })).toMatchObject({ width: 0, height: 0 });
});

test('a finger draws from any corner to any other, as far as the picture goes', () => {
  const drawn = { left: 2_500, top: 2_500, width: 5_000, height: 5_000 };
  expect(rectangleBetween({ x: 100, y: 100 }, { x: 300, y: 200 }, picture)).toEqual(drawn);
  expect(rectangleBetween({ x: 300, y: 200 }, { x: 100, y: 100 }, picture)).toEqual(drawn);
  expect(rectangleBetween({ x: -50, y: 0 }, { x: 900, y: 900 }, picture)).toEqual({
    ...{ left: 0, top: 0 },
    ...{ width: 10_000, height: 10_000 },
  });
  expect(boxOf(drawn, picture)).toEqual({ left: 100, top: 100, width: 200, height: 100 });
});

test('a touch that hardly moved is none', () => {
  expect(rectangleBetween({ x: 100, y: 100 }, { x: 101, y: 200 }, picture)).toBeUndefined();
  expect(rectangleBetween({ x: 0, y: 0 }, { x: 0, y: 0 }, { ...picture, width: 0 })).toBeUndefined();
});
