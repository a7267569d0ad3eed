import { titleOf } from '../../../../miniprogram/contracts/order-title';

test.each([
  ['厨房水管漏水，地上都是水。麻烦快一点', '厨房水管漏水，地上都是水'],
  ['  第一行\n第二行', '第一行'],
  ['。', '。'],
  ['一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
  ['一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
  ['😀'.repeat(21), `${'😀'.repeat(19)}…`],
])('%j -> %j', (words, title) => {
  expect(titleOf(words)).toBe(title);
});
