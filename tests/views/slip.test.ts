/** How the slip of a month reads. */
import type { SlipView } from '../../miniprogram/contracts/passbook';
import { monthAfter, monthOf } from '../../miniprogram/packages/passbook/views/month';
import { slip } from '../../miniprogram/packages/passbook/views/slip';
import { sampleNow } from '../miniprogram/samples/orders';
import { replies } from '../miniprogram/samples/replies';

const now = Date.parse(sampleNow);
const november: SlipView = replies['passbook.slip'];
const { personId, name, unit, month, opening, closing, sequence, hash, lines, code } = november;
/** Before the night, and where nothing is signed. */
const unsealed: SlipView = { personId, name, unit, month, opening, closing, sequence, hash, lines, code };

test('a slip has its lines between two balances, and its proof in groups that can be read out', () => {
  expect(slip(november, now, undefined)).toEqual({
    ...{ personId: 'li', unit: 'organization' },
    month: '2026-11',
    title: '2026 年 11 月',
    owner: '李建国\u00a0· 组织生活分',
    opening: '183',
    closing: '186',
    lines: [{ entryId: 'entry-41', title: '11-14 主题党日，到会', sums: '第 41 笔，+3 分，余 186' }],
    head: '到第 41 笔',
    fingerprint: '7F3A-92C1',
    anchor: '2026-11-15 封存',
    anchorFingerprint: 'A1B2-C3D4',
    code: ['0ABC', 'DEFG', 'HJKM', 'NPQR', 'STVW', 'XYZ0', '1234', '5678', '9ABC', 'DEFG', 'HJKM', 'NPQR'],
    signature: 'c2ln bmF0 dXJl',
    publicKey: 'cHVi bGlj IGtl eQ==',
    keyId: '12ab 34cd',
    earlier: '2026-10',
    later: '',
    contradiction: '',
  });
});

test('before the night it says when it will be sealed, and where nothing is signed it says so', () => {
  expect(slip(unsealed, now, undefined)).toMatchObject({
    anchor: '今晚封存',
    anchorFingerprint: '',
    signature: '这里不签名',
    publicKey: '',
    keyId: '',
  });
});

test('no month is offered before the first line or after this one', () => {
  const empty = { ...unsealed, sequence: 0, hash: '0'.repeat(64), lines: [], opening: 0, closing: 0 };
  expect(slip(empty, now, undefined)).toMatchObject({
    head: '还没有记过账',
    fingerprint: '',
    anchor: '',
    earlier: '',
  });
  const first = { ...november, sequence: 1, lines: [{ ...november.lines[0]!, sequence: 1 }] };
  expect(slip(first, now, undefined).earlier).toBe('');
  expect(slip({ ...november, month: '2025-12', lines: [] }, now, undefined)).toMatchObject({
    earlier: '2025-11',
    later: '2026-01',
  });
});

test('a month begins in Shanghai, and years turn', () => {
  expect(monthOf(Date.parse('2026-10-31T16:00:00.000Z'))).toBe('2026-11');
  expect(monthOf(Date.parse('2026-10-31T15:59:59.000Z'))).toBe('2026-10');
  expect([monthAfter('2026-01', -1), monthAfter('2026-12', 1), monthAfter('2026-09', 1)]).toEqual([
    '2025-12',
    '2027-01',
    '2026-10',
  ]);
});

test('what this phone saw otherwise is said with whom to tell', () => {
  expect(slip(november, now, { sequence: 41, why: 'hash' }).contradiction).toBe(
    '和这台手机上次看到的不一样：第 41 笔。请拿给支部和督查看。',
  );
  expect(slip(november, now, { sequence: 40, why: 'shrunk' }).contradiction).toBe(
    '和这台手机上次看到的不一样：第 40 笔起没有了。请拿给支部和督查看。',
  );
});
