import fc from 'fast-check';
import { textSimilarity, mostSimilar } from '../../../cloudfunctions/core/order/matching/text-similarity';

const heating = { words: '暖气片摸着不热，屋里只有十五度' };
const leak = { words: '厨房水管漏水，地上都是水。麻烦快一点' };

test.each([
  ['我家厨房也漏水', leak],
  ['暖气不热', heating],
  ['水管', heating],
  ['', heating],
  ['门锁打不开了', undefined],
])('%j is the same trouble as %j', (words, other) => {
  expect(mostSimilar(words, [heating, leak])).toBe(other);
});

test('an empty list has nothing alike', () => {
  expect(mostSimilar('厨房漏水', [])).toBeUndefined();
});

test('likeness is a share, the same both ways, and whole for the same letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const share = textSimilarity(one, other);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(textSimilarity(other, one)).toBe(share);
    }),
  );
  expect([
    textSimilarity('水管漏水', '水管，漏水。'),
    textSimilarity('水管', '门锁'),
    textSimilarity('！！', '水管'),
  ]).toEqual([1, 0, 0]);
});
