import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { errorTable, type ErrorCode } from '../../miniprogram/contracts/error';
import { hats as hatCodes } from '../../miniprogram/contracts/hat';
import { messageKinds } from '../../miniprogram/contracts/message';
import {
  cancelReasons,
  declineReasons,
  orderActions,
  orderOutcomes,
  orderStatuses,
  refuseReasons,
  releaseReasons,
  visitTimes,
} from '../../miniprogram/contracts/order';
import { defaultCategoryKeys } from '../../miniprogram/contracts/category';
import { loadingRefusal, refusal, refusalOf, remindedAlready } from '../../miniprogram/text/errors';
import { gridTitle, hatName } from '../../miniprogram/text/person/hats';
import { hatRow } from '../../miniprogram/views/person/hats';
import { messageRow } from '../../miniprogram/packages/resident/views/message-row';
import { loadFailure } from '../../miniprogram/page/phase';
import {
  actionName,
  categoryName,
  orderTitle,
  statusName,
  visitTimeName,
  visitTimeLine,
} from '../../miniprogram/text/order/names';
import { reasonName } from '../../miniprogram/text/order/reasons';
import { sheetFor } from '../../miniprogram/text/order/sheets';

const root = path.resolve(__dirname, '../..');
const codes = Object.keys(errorTable) as ErrorCode[];
/** Short, spoken, Chinese: no exclamation mark, no English, no blame. */
const spoken = (words: string): void => {
  expect(words).toMatch(/[\u4e00-\u9fff]/);
  expect(words).not.toMatch(/[！!]|[A-Za-z]|拒绝|错误|失败|非法|无效|undefined/);
};

test.each(codes)('%s has a sentence that says what to do', (code) => {
  spoken(refusal(code));
  spoken(loadingRefusal(code));
  expect(refusal(code)).toMatch(/。$/);
  expect(refusal(code).length).toBeLessThanOrEqual(30);
});

test.each(codes)('%s offers to ask again only where that can help', (code) => {
  expect(loadFailure(code).phase === 'failed').toBe(errorTable[code].retry);
});

test('who is not known goes home to scan, whose hat it is not puts on another, what is not found leads back', () => {
  expect(
    (['NOT_SIGNED_IN', 'PHONE_NEEDED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID_INPUT'] as const).map(
      (code) => loadFailure(code).phase,
    ),
  ).toEqual(['signedOut', 'signedOut', 'forbidden', 'notFound', 'notFound']);
});

test('too much for now says from when on it works again', () => {
  const sentence = refusalOf({ code: 'TOO_MANY', retryAt: '2026-11-24T01:12:00.000Z' });
  expect(sentence).toBe('次数满了，11 月 24 日 9:12 以后再来。');
  expect(refusalOf({ code: 'TOO_MANY' })).toBe(refusal('TOO_MANY'));
  expect(refusal('TOO_MANY')).not.toContain('太快');
  expect(remindedAlready('2026-11-24T07:00:00.000Z')).toBe('刚催过，11 月 24 日 15:00 以后可以再催。');
});

test('a wrong code says how often it may be tried yet, and at the end what to do instead', () => {
  expect(refusalOf({ code: 'WRONG_CODE', left: 3 })).toBe('四位码对不上，请居民再念一遍。还能试 3 次。');
  for (const last of [refusalOf({ code: 'WRONG_CODE', left: 0 }), refusal('CODE_USED_UP')])
    expect(last).toMatch(/不能再用.*拍张照.*打电话/);
});

test('no two codes say the same', () => {
  expect(new Set(codes.map(refusal)).size).toBe(codes.length);
});

test('everything that has a code has a name', () => {
  for (const category of defaultCategoryKeys) spoken(categoryName({ category }));
  for (const when of visitTimes) spoken(visitTimeName(when));
  for (const hat of hatCodes) spoken(hatName(hat));
  for (const action of orderActions)
    for (const kind of ['service', 'agency', 'wish'] as const) spoken(actionName(action, { kind }));
  for (const reason of [...declineReasons, ...releaseReasons, ...cancelReasons, ...refuseReasons])
    spoken(reasonName(reason));
  for (const status of orderStatuses)
    for (const reader of ['resident', 'staff'] as const) spoken(statusName({ status }, reader));
  for (const outcome of orderOutcomes) spoken(statusName({ status: 'closed', outcome }, 'resident'));
  for (const kind of messageKinds)
    spoken(
      messageRow(
        { messageId: 'm', kind, at: '2026-11-21T12:30:00.000Z', read: true, title: '修灯', name: '孙立群', points: 2 },
        Date.parse('2026-11-21T13:00:00.000Z'),
      ).words,
    );
  for (const action of orderActions) {
    const sheet = sheetFor(action);
    if (sheet !== undefined) [sheet.title, sheet.submit].forEach(spoken);
  }
});

test('a reason that this version does not know stays unsaid', () => {
  expect(reasonName('new-reason')).toBe('');
  expect(reasonName(undefined)).toBe('');
  expect(reasonName('toString')).toBe('');
});

test('S1-18 what the reader may not see is called by its kind', () => {
  expect(orderTitle({ kind: 'agency' })).toBe('一项代办');
  expect(orderTitle({ kind: 'service' })).toBe('一件私事');
  expect(orderTitle({ kind: 'service', title: '修灯' })).toBe('修灯');
});

test('a wanted time is named once its day is over', () => {
  const created = '2026-11-21T01:12:00.000Z';
  expect(visitTimeLine('today-afternoon', created, Date.parse('2026-11-21T13:00:00.000Z'))).toBe('想今天下午');
  expect(visitTimeLine('today-evening', created, Date.parse('2026-11-22T13:00:00.000Z'))).toBe('想 11 月 21 日晚上');
  expect(visitTimeLine('saturday', created, Date.parse('2026-11-25T13:00:00.000Z'))).toBe('想周六');
});

test('S1-06 a colour goes by its name in words too', () => {
  expect(gridTitle('蓝色网格', 'blue')).toBe('蓝色网格');
  expect(gridTitle('枫林网格', 'red')).toBe('枫林网格\u00a0· 红色');
  expect(gridTitle('枫林网格')).toBe('枫林网格');
});

test('X-01 hats carry the team, and the other hat of the same person', () => {
  expect(hatRow({ key: 'a', hat: 'teamCaptain', placeName: '常青藤社区', detail: '水电小分队' }, 'a')).toMatchObject({
    name: '水电小分队队长',
    line: '常青藤社区',
    worn: true,
  });
  expect(hatRow({ key: 'b', hat: 'gridLeader', placeName: '蓝色网格', detail: 'groupLeader' }, 'a')).toMatchObject({
    name: '网格长',
    line: '蓝色网格\u00a0· 党小组组长兼任',
    worn: false,
  });
});

test('S3-04 what happened to a line is said as it is', () => {
  const said = (kind: (typeof messageKinds)[number], points?: number) =>
    messageRow(
      {
        messageId: 'm',
        kind,
        at: '2026-11-21T12:30:00.000Z',
        read: true,
        title: '上党课',
        name: '侯月华',
        ...(points !== undefined && { points }),
      },
      Date.parse('2026-11-21T13:00:00.000Z'),
    ).words;
  expect(said('points', -2)).toBe('“上党课”记了 −2 分');
  expect(said('reversal', -3)).toBe('冲正好了：“上党课”，−3 分');
  expect(said('upheld')).toBe('您的异议支部看过了，“上党课”这一笔照旧');
  expect(said('contested')).toBe('侯月华对“上党课”那一笔有异议，等支部回话');
  expect(said('to-sign')).toBe('侯月华提请冲正“上党课”，等第二个人签字');
  expect(said('roll-to-sign')).toBe('侯月华点完了“上党课”的名，等第二个人签字记分');
});

describe('what every noun may answer', () => {
  const files = execFileSync('git', ['ls-files', 'cloudfunctions/core/*.ts'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((file) => existsSync(path.join(root, file)))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

  test('is no sentence about an order, where something else than orders answers it too', () => {
    const elsewhere = files.filter(({ file }) => !/^cloudfunctions\/core\/(order|platform)\//.test(file));
    const used = codes.filter((code) =>
      elsewhere.some(({ text }) => new RegExp(`(refuse\\(|return |code: )'${code}'`).test(text)),
    );
    expect(used).toContain('STALE_VERSION');
    expect(used.filter((code) => refusal(code).includes('这张单'))).toEqual([]);
  });

  test('says from when on it works again, where it was too much for now', () => {
    expect(files.filter(({ text }) => text.includes("refuse('TOO_MANY'")).map(({ file }) => file)).toEqual([]);
    expect(refusalOf({ code: 'TOO_MANY', retryAt: '2026-11-30T16:00:00.000Z' })).toBe(
      '次数满了，12 月 1 日 0:00 以后再来。',
    );
  });
});
