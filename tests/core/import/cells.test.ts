/** What single cells come to, as the import reads them. */
import { readDateCell } from '../../../cloudfunctions/core/import/cells/date';
import { identityProblem, withoutIdentityNumbers } from '../../../cloudfunctions/core/import/cells/identity-number';
import { readNameCell } from '../../../cloudfunctions/core/import/cells/name';
import { readPhonesCell } from '../../../cloudfunctions/core/import/cells/phones';
import { readChoice, readPlaceName } from '../../../cloudfunctions/core/import/cells/text';
import { channelWords, residenceWords } from '../../../cloudfunctions/core/import/text/words';
import type { Cell } from '../../../cloudfunctions/core/import/workbook';
import { surnameKeyOf } from '../../../cloudfunctions/core/person/surname-key';

const cellOf = (value: string | number): Cell =>
  typeof value === 'number' ? { type: 'number', value } : { type: 'text', text: value };

describe('days', () => {
  it.each<[string | number, string]>([
    ['2024-05-01', '2024-05-01'],
    ['2024.5.1', '2024-05-01'],
    ['2024.5', '2024-05'],
    ['2024年5月', '2024-05'],
    ['2024年5月1日', '2024-05-01'],
    ['2024 年 5 月 1 号', '2024-05-01'],
    ['２０２４．５．１', '2024-05-01'],
    ['2024/5/1 0:00:00', '2024-05-01'],
    ['2024-05-01T08:30:00', '2024-05-01'],
    ['2024-04-30T16:30:00Z', '2024-05-01'],
    ['20240501', '2024-05-01'],
    ['202405', '2024-05'],
    [20240501, '2024-05-01'],
    [2024.5, '2024-05'],
    [2024.12, '2024-12'],
    ['2024', '2024'],
    ['二〇二四年十二月三十一日', '2024-12-31'],
    ['二〇一九年十月', '2019-10'],
    ['24年5月1日', '2024-05-01'],
    ['98年5月', '1998-05'],
    ['2024年3月起', '2024-03'],
    ['2024.3至今', '2024-03'],
    ['25/12/2024', '2024-12-25'],
    ['12/25/2024', '2024-12-25'],
    [45413, '2024-05-01'],
  ])('reads %p as %s', (value, day) => {
    expect(readDateCell(cellOf(value))).toMatchObject({ ok: true, value: day });
  });

  it.each<[string | number, string]>([
    ['24.3.9', 'dateAmbiguous'],
    ['3/9/2024', 'dateAmbiguous'],
    [2024.1, 'dateAmbiguous'],
    ['2024-02-30', 'dateImpossible'],
    ['2024年13月', 'dateImpossible'],
    ['5月1日', 'dateWithoutYear'],
    ['5-1', 'dateWithoutYear'],
    ['2024.3-2025.2', 'dateSpan'],
    ['2024年3月至2025年2月', 'dateSpan'],
    ['去年', 'dateUnreadable'],
    [3, 'dateUnreadable'],
  ])('refuses %p: %s', (value, code) => {
    expect(readDateCell(cellOf(value))).toMatchObject({ ok: false, refusal: { code } });
  });

  it.each(['—', '不详', '无', '/'])('takes %s for nothing', (text) => {
    expect(readDateCell(cellOf(text))).toEqual({ ok: true, value: undefined, remarks: [] });
  });
});

describe('telephone numbers', () => {
  it.each<[string | number, readonly string[], readonly string[]]>([
    [16400700001, ['16400700001'], []],
    ['１６４００７０００３３', ['16400700033'], []],
    ['164-0070-0001', ['16400700001'], []],
    ['016400700001', ['16400700001'], ['leadingZero']],
    ['16400700001，16400700002', ['16400700001', '16400700002'], []],
    ['16400700001\n16400700002', ['16400700001', '16400700002'], []],
    ['16400700001 16400700002', ['16400700001', '16400700002'], []],
    ['16400700001/16400700001', ['16400700001'], []],
    ['手机：16400700001 宅电：5550002', ['16400700001', '03515550002'], ['areaCodeAdded']],
    ['16400700001（女儿）', ['16400700001'], ['phoneOfOther']],
    ['女儿电话16400700001', ['16400700001'], ['phoneOfOther']],
    ['16400700001（本人）', ['16400700001'], []],
    [3515550002, ['03515550002'], ['leadingZeroLost']],
    [5550002, ['03515550002'], ['areaCodeAdded']],
    ['010-65550002', ['01065550002'], []],
  ])('reads %p', (value, numbers, codes) => {
    const reading = readPhonesCell(cellOf(value), '0351');
    expect(reading.ok && reading.value?.phones.map(({ number }) => number)).toEqual(numbers);
    expect(reading.ok && reading.remarks.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string | number, string]>([
    ['1640070000', 'phoneDigits'],
    ['164007000011', 'phoneDigits'],
    ['16400700001/1640070000', 'phoneDigits'],
    ['110105194912310020', 'phoneDigits'],
    ['26400700001', 'phoneUnknown'],
    ['164****0001', 'phoneCharacters'],
    ['同上', 'phoneCharacters'],
    ['1.64007E+10', 'exponent'],
    ['12345', 'phoneService'],
    ['+1 212 555 0100', 'phoneForeign'],
  ])('refuses %p: %s', (value, code) => {
    expect(readPhonesCell(cellOf(value), '0351')).toMatchObject({ ok: false, refusal: { code } });
  });

  it('takes the number of an office for a station', () => {
    expect(readPhonesCell(cellOf('400-155-5000'), '0351', true)).toMatchObject({ ok: true });
  });
});

describe('names', () => {
  it.each<[string, string]>([
    ['王　芳', '王芳'],
    ['王 芳', '王芳'],
    ['张  三  丰', '张三丰'],
    ['欧阳 娜娜', '欧阳娜娜'],
    ['李和平', '李和平'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提・艾力', '买买提·艾力'],
    ['买买提.艾力', '买买提·艾力'],
    ['赵䶮', '赵䶮'],
    ['𠮷田丽', '𠮷田丽'],
    ['\u2f25桂英', '女桂英'],
    ['Anna Müller', 'Anna Müller'],
  ])('reads %p as %s', (text, name) => {
    expect(readNameCell(text)).toEqual({ ok: true, value: { name }, remarks: [] });
  });

  it('reads a remark beside a name', () => {
    expect(readNameCell('白建军（党员）')).toMatchObject({ value: { name: '白建军', party: true } });
    expect(readNameCell('白建军【代】')).toMatchObject({ value: { name: '白建军', remark: '代' } });
  });

  it.each(['张伟、李娜', '张伟,李娜', '张伟/李娜', '张伟\n李娜', '张伟 李娜', '张伟和李娜', '张伟；李娜'])(
    'refuses %p as two people',
    (text) => {
      expect(readNameCell(text)).toMatchObject({ ok: false, refusal: { code: 'severalPeople' } });
    },
  );

  it.each(['3户', '王*芳', '王？', '□芳'])('refuses %s as no name', (text) => {
    expect(readNameCell(text)).toMatchObject({ ok: false, refusal: { code: 'nameCharacters' } });
  });

  it.each(
    Object.entries({ 单国强: 'shan', 曾秀英: 'zeng', 查文斌: 'zha', 仇晓: 'qiu', 覃海燕: 'qin', 种建国: 'chong' }),
  )('sorts %s under %s', (name, key) => expect(surnameKeyOf(name)).toBe(key));

  it.each(
    Object.entries({
      祭大伟: 'zhai',
      黑建军: 'he',
      洗星海: 'xian',
      欧阳娜: 'ouyang',
      尉迟恭: 'yuchi',
      𠮷田丽: '𠮷',
      'Anna M.': 'anna m.',
    }),
  )('sorts %s under %s, too', (name, key) => expect(surnameKeyOf(name)).toBe(key));
});

describe('identity numbers', () => {
  it.each<[Cell, string | undefined]>([
    [cellOf('11010519491231002X'), undefined],
    [cellOf('１１０１０５１９４９１２３１００２ｘ'), undefined],
    [cellOf("'11010519491231002X"), undefined],
    [cellOf('110105194912310020'), 'identityCheckDigit'],
    [cellOf('11010519491231'), 'identityForm'],
    [cellOf(110105194912310030), 'identityInNumberCell'],
    [cellOf('1.10105E+17'), 'identityInNumberCell'],
    [cellOf('无'), undefined],
  ])('%p: %p', (cell, code) => {
    expect(identityProblem(cell)).toBe(code);
  });

  it('leaves them out of other texts', () => {
    expect(withoutIdentityNumbers('独居，11010519491231002X')).toBe('独居,');
    expect(withoutIdentityNumbers('16400700001')).toBe('16400700001');
  });
});

describe('words', () => {
  it.each([
    ['网格党小组组团报到', 'group'],
    ['党员个人线上报到', 'online'],
    ['党员主动到社区报到', 'atCommunity'],
    ['上门', 'atCommunity'],
    ['摸排引导报到', 'searchedOut'],
  ])('reads the channel %s as %s', (text, channel) => {
    expect(readChoice(cellOf(text), channelWords)).toMatchObject({ value: channel, remarks: [] });
  });

  it('says a word that it does not know, and leaves it out', () => {
    expect(readChoice(cellOf('低保'), residenceWords)).toEqual({
      ok: true,
      value: undefined,
      remarks: [{ code: 'unknownWord', detail: '低保' }],
    });
  });

  it('takes no day for a door', () => {
    expect(readPlaceName({ type: 'time', day: '2026-03-01' })).toMatchObject({
      ok: false,
      refusal: { code: 'dateInText' },
    });
    expect(readPlaceName(cellOf('３－１ '))).toMatchObject({ ok: true, value: '3-1' });
  });
});
