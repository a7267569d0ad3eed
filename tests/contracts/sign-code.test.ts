import {
  halfSipHash,
  isWindowOpen,
  readSignCode,
  signCode,
  signCodeText,
  signWindowAt,
  signWindowMs,
} from '../../miniprogram/contracts/sign-code';

const secret = '0001020304050607';

describe('the code by which members sign in', () => {
  test('is HalfSipHash-2-4, as its authors publish it (vectors_hsip64)', () => {
    const key = [0x03020100, 0x07060504] as const;
    const published = ['218d1f59b9b83cc8', 'be552412f8387315'];
    expect([[], [0]].map((bytes) => halfSipHash(key, bytes))).toEqual(published);
  });

  test('is another in each window, for each activity, and under each secret', () => {
    const codes = [
      signCode(secret, 'a1', 7),
      signCode(secret, 'a1', 8),
      signCode(secret, 'a2', 7),
      signCode('f001020304050607', 'a1', 7),
    ];
    expect(new Set(codes).size).toBe(4);
    expect(signCode(secret, 'a1', 7)).toBe(codes[0]);
  });

  test('comes back out of the QR whole, and nothing else does', () => {
    const one = { activityId: 'a1b2', window: 119_000_000, code: signCode(secret, 'a1b2', 119_000_000) };
    expect(readSignCode(signCodeText(one))).toEqual(one);
    for (const text of [
      '',
      'https://example.com',
      `${signCodeText(one)} x`,
      'lianxin-sign a1 -3 00',
      'lianxin-sign a1 3',
    ])
      expect(readSignCode(text)).toBeNull();
  });

  test.each([
    [-15_001, false],
    [-15_000, true],
    [0, true],
    [14_999, true],
    [29_999, true],
    [30_000, false],
  ])('is taken %d ms after its window began: %s', (ms, isOpen) => {
    const window = signWindowAt(1_780_000_000_000);
    expect(isWindowOpen(window, window * signWindowMs + ms)).toBe(isOpen);
  });
});
