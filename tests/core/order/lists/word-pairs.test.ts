import { holdsParts, readWordSearch, wordPairsOf } from '../../../../cloudfunctions/core/order/lists/word-pairs';
import { wordPairs } from '../../../../cloudfunctions/core/order/migrations/order-5';

describe('two-character terms of an order’s words', () => {
  it.each([
    ['水管漏水', ['水管', '管漏', '漏水']],
    ['水管，漏水。', ['水管', '管漏', '漏水']],
    ['WiFi 坏', ['wi', 'if', 'fi', 'i坏']],
    ['灯', []],
    ['𠮷野𠮷野', ['𠮷野', '野𠮷']],
  ])('of %s', (words, pairs) => {
    expect(wordPairsOf(words)).toEqual(pairs);
  });

  it('stand in orders that were made before', () => {
    expect(wordPairs.migrate({ _id: 'o1', words: '水管漏' })).toEqual({
      _id: 'o1',
      words: '水管漏',
      wordPairs: ['水管', '管漏'],
    });
  });
});

describe('words that are looked for', () => {
  it.each([
    ['水管', ['水管'], '水管'],
    ['三楼 水管漏', ['三楼', '水管漏'], '水管'],
    ['水 灯泡', ['水', '灯泡'], '灯泡'],
    ['ＷＩＦＩ', ['wifi'], 'wi'],
  ])('%s', (typed, parts, pair) => {
    expect(readWordSearch(typed)).toEqual({ parts, pair });
  });

  it.each(['水', '水 灯', '，。'])('%s is too little', (typed) => {
    expect(readWordSearch(typed)).toBeUndefined();
  });

  it('are all to be found, whatever stands between the letters', () => {
    const search = readWordSearch('水管 三楼')!;
    expect(holdsParts('三楼：水、管漏了', search)).toBe(true);
    expect(holdsParts('二楼水管漏了', search)).toBe(false);
  });

  it('are found by a term that every such order has', () => {
    for (const words of ['厨房水管漏水，地上都是水', 'WIFI 连不上', '灯泡坏了'])
      for (let at = 0; at + 3 <= Array.from(words.replace(/[\s，]/gu, '')).length; at += 1) {
        const part = Array.from(words.replace(/[\s，]/gu, ''))
          .slice(at, at + 3)
          .join('');
        expect(wordPairsOf(words)).toContain(readWordSearch(part)!.pair);
      }
  });
});
