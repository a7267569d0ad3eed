import { canonicalJson, derivedId, hashOf, randomIds, timeKey } from '../../../cloudfunctions/core/platform/ids';

describe('ids', () => {
  it('derives the same id from the same parts, another from parts that only join alike', () => {
    expect(derivedId('o', 'openid', 'request')).toBe(derivedId('o', 'openid', 'request'));
    expect(derivedId('o', 'ab', 'c')).not.toBe(derivedId('o', 'a', 'bc'));
    expect(derivedId('o', 'a')).toMatch(/^o[0-9A-Za-z]{20}$/);
  });

  it('makes tokens of letters and digits that do not repeat', () => {
    const tokens = Array.from({ length: 500 }, () => randomIds.token(20));
    expect(new Set(tokens).size).toBe(500);
    for (const token of tokens) expect(token).toMatch(/^[0-9A-Za-z]{20}$/);
  });

  it('hashes alike whatever the order of keys', () => {
    expect(hashOf({ a: 1, b: { d: [1, 2], c: null } })).toBe(hashOf({ b: { c: null, d: [1, 2] }, a: 1 }));
    expect(hashOf({ a: [1, 2] })).not.toBe(hashOf({ a: [2, 1] }));
    expect(canonicalJson({ b: new Date(0), a: 1 })).toBe('{"a":1,"b":"1970-01-01T00:00:00.000Z"}');
  });

  it('sorts time keys by time, then by id', () => {
    const keys = [timeKey(new Date(2), 'a'), timeKey(new Date(1), 'b'), timeKey(new Date(1), 'a')];
    expect(keys.sort()).toEqual([timeKey(new Date(1), 'a'), timeKey(new Date(1), 'b'), timeKey(new Date(2), 'a')]);
  });
});
