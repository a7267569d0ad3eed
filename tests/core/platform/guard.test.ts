import { findUnacceptable } from '../../../cloudfunctions/core/platform/guard';

const nested = (depth: number): unknown => (depth === 0 ? 'x' : { inner: nested(depth - 1) });

describe('findUnacceptable', () => {
  it('lets through what endpoints take', () => {
    expect(
      findUnacceptable({ words: '水龙头漏水', fileIds: ['cloud://a/1.jpg'], evidence: { kind: 'code', code: '1234' } }),
    ).toBeUndefined();
    expect(findUnacceptable(undefined)).toBeUndefined();
  });

  it('names a text of 1 MB without reading it', () => {
    expect(findUnacceptable({ evidence: { note: 'x'.repeat(1_048_576) } })).toBe('evidence.note');
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    'refuses the key %s anywhere',
    (key) => {
      expect(findUnacceptable(JSON.parse(`{"a":{"${key}":1}}`))).toBe(`a.${key}`);
      expect(findUnacceptable(JSON.parse(`{"${key}":{"polluted":true}}`))).toBe(key);
    },
  );

  it('stops at its bounds', () => {
    expect(findUnacceptable({ list: Array.from({ length: 200 }, () => 1) })).toBe('list');
    expect(findUnacceptable(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`k${index}`, 1])))).toBe('');
    expect(findUnacceptable(nested(40))).toBe('inner.inner.inner.inner.inner.inner.inner');
    const wide = { rows: Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 1)) };
    expect(findUnacceptable(wide)).toMatch(/^rows\.\d+\.\d+$/);
  });

  it('cuts a made-up key before it goes back', () => {
    expect(findUnacceptable({ ['k'.repeat(5000)]: 'x'.repeat(5000) })).toBe('k'.repeat(40));
  });
});
