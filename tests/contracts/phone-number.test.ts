import fc from 'fast-check';
import { readPhone, splitPhones, type PhoneKind, type PhoneProblem } from '../../miniprogram/contracts/phone-number';

const areaCode = '0351';

function read(typed: string, code = areaCode): string {
  const reading = readPhone(typed, code);
  if (!reading.ok) return reading.problem;
  const { kind, number, extension } = reading.value;
  return extension === undefined ? `${kind} ${number}` : `${kind} ${number} + ${extension}`;
}

describe('telephone numbers as people type them', () => {
  it.each([
    '13800001234',
    '138 0000 1234',
    ' 138-0000-1234 ',
    '138–0000—1234',
    '138－0000‐1234',
    '138.0000.1234',
    '１３８００００１２３４',
    '138　0000　1234',
    '138\u00a00000\u20091234',
    '+8613800001234',
    '+86 138 0000 1234',
    '+86-138-0000-1234',
    '＋８６ １３８００００１２３４',
    '(+86)13800001234',
    '（86）138 0000 1234',
    '0086 13800001234',
    '008613800001234',
    '86 13800001234',
    '013800001234',
    '\u202d13800001234\u202c',
    '138\u200b0000\ufeff1234',
    '13800001234\n',
  ])('%j is one mobile', (typed) => {
    expect(read(typed)).toBe('mobile 13800001234');
  });

  it('takes every prefix that a mobile may have, the young ones too', () => {
    for (const prefix of ['130', '147', '162', '164', '171', '191', '199']) {
      expect(read(`${prefix}00001234`)).toBe(`mobile ${prefix}00001234`);
    }
    expect(read('12800001234')).toBe('unknown');
    expect(read('1380000123')).toBe('unknown');
    expect(read('138000012345')).toBe('unknown');
  });

  it.each([
    ['0351-7654321', 'landline 03517654321'],
    ['(0351)7654321', 'landline 03517654321'],
    ['（0351） 765 4321', 'landline 03517654321'],
    ['0351—7654—3210', 'landline 035176543210'],
    ['+86 351 7654321', 'landline 03517654321'],
    ['+86 0351 7654321', 'landline 03517654321'],
    ['0086-10-65529988', 'landline 01065529988'],
    ['010-6552-9988', 'landline 01065529988'],
    ['021 65432109', 'landline 02165432109'],
    ['7654321', 'landline 03517654321'],
    ['765-4321', 'landline 03517654321'],
    ['7654-3210', 'landline 035176543210'],
  ])('%j is a landline', (typed, read_) => {
    expect(read(typed)).toBe(read_);
  });

  it('leaves a landline without area code as short as it is where no area code is given', () => {
    expect(read('7654321', '')).toBe('landline 7654321');
    expect(read('+86 7654321', '')).toBe('unknown');
  });

  it('puts no area code before a number that is none there', () => {
    expect(read('7654321', '010')).toBe('unknown');
    expect(read('76543210', '010')).toBe('landline 01076543210');
  });

  it.each([
    ['0351-7654321转802', 'landline 03517654321 + 802'],
    ['0351-7654321 转 802', 'landline 03517654321 + 802'],
    ['0351-7654321（转802）', 'landline 03517654321 + 802'],
    ['7654321轉8', 'landline 03517654321 + 8'],
    ['7654321分机802', 'landline 03517654321 + 802'],
    ['7654321，分机号：802', 'landline 03517654321 + 802'],
    ['7654321 转分机 802', 'landline 03517654321 + 802'],
    ['7654321内线12', 'landline 03517654321 + 12'],
    ['7654321 ext. 802', 'landline 03517654321 + 802'],
    ['7654321x802', 'landline 03517654321 + 802'],
    ['7654321＃802', 'landline 03517654321 + 802'],
    ['0351-7654321-802', 'landline 03517654321 + 802'],
    ['0351-7654321-8', 'landline 03517654321 + 8'],
    ['7654321-802', 'landline 03517654321 + 802'],
    ['+86-351-7654321-802', 'landline 03517654321 + 802'],
    ['010-65529988-8001', 'landline 01065529988 + 8001'],
    ['400-810-1234转5', 'service 4008101234 + 5'],
    ['400-810-1234-5', 'service 4008101234 + 5'],
    ['17800001234-5678', 'mobile 17800001234 + 5678'],
  ])('%j has an extension beside it', (typed, read_) => {
    expect(read(typed)).toBe(read_);
  });

  it.each([
    ['110', '110'],
    ['119', '119'],
    ['120', '120'],
    ['122', '122'],
    ['12345', '12345'],
    ['1 2 3 4 5', '12345'],
    ['12315', '12315'],
    ['12320', '12320'],
    ['12348', '12348'],
    ['10086', '10086'],
    ['95588', '95588'],
    ['95105888', '95105888'],
    ['96500', '96500'],
    ['0351-12345', '035112345'],
    ['400-810-1234', '4008101234'],
    ['400 8101 234', '4008101234'],
    ['400-8101-234', '4008101234'],
    ['+86 400 810 1234', '4008101234'],
    ['800 810 1234', '8008101234'],
  ])('%j belongs to an office', (typed, number) => {
    expect(read(typed)).toBe(`service ${number}`);
  });

  it.each<[string, PhoneProblem]>([
    ['', 'empty'],
    [' \u200b　', 'empty'],
    ['，', 'empty'],
    ['没有', 'characters'],
    ['138O0001234', 'characters'],
    ['电话13800001234', 'characters'],
    ['13800001234（女儿）', 'characters'],
    ['138+00001234', 'characters'],
    ['1234', 'short'],
    ['0351', 'short'],
    ['0351-765432', 'unknown'],
    ['0351-1234567', 'unknown'],
    ['0266-7654321', 'unknown'],
    ['021-6543210', 'unknown'],
    ['138000012341', 'unknown'],
    ['138000012341380000123', 'long'],
    ['140104194901010026', 'long'],
    ['+852 2345 6789', 'foreign'],
    ['00852 23456789', 'foreign'],
    ['+1 202 555 0123', 'foreign'],
    ['0351-7654321转', 'characters'],
  ])('%j is none: %s', (typed, problem) => {
    expect(read(typed)).toBe(problem);
  });
});

describe('several numbers in one field', () => {
  it.each([
    '13800001234,13900005678',
    '13800001234，13900005678',
    '13800001234; 13900005678',
    '13800001234；13900005678',
    '13800001234、13900005678',
    '13800001234/13900005678',
    '13800001234／13900005678',
    '13800001234 | 13900005678',
    '13800001234\r\n13900005678',
    '13800001234或13900005678',
    '138 0000 1234 和 139 0000 5678',
    '13800001234 13900005678',
  ])('%j are two', (typed) => {
    expect(read(typed)).toBe('several');
    expect(splitPhones(typed).map((part) => read(part))).toEqual(['mobile 13800001234', 'mobile 13900005678']);
  });

  it('keeps an extension with its number', () => {
    expect(splitPhones('0351-7654321转802、7654322，分机803').map((part) => read(part))).toEqual([
      'landline 03517654321 + 802',
      'landline 03517654322 + 803',
    ]);
  });

  it('leaves one number in one piece, however it is grouped', () => {
    for (const typed of ['138 0000 1234', '0351 765 4321', '400 810 1234', '+86 10 6552 9988']) {
      expect(splitPhones(typed)).toHaveLength(1);
    }
    expect(splitPhones(' ; ')).toEqual([]);
  });

  it('says of each piece what is wrong with it', () => {
    expect(splitPhones('7654321/22').map((part) => read(part))).toEqual(['landline 03517654321', 'short']);
  });
});

describe('of any number', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const numbers: Record<PhoneKind, fc.Arbitrary<string>> = {
    mobile: fc.tuple(fc.constantFrom('3', '4', '5', '6', '7', '8', '9'), digits(9)).map(([a, b]) => `1${a}${b}`),
    landline: fc
      .tuple(fc.constantFrom('0351', '0411', '0571', '0755', '0991'), fc.constantFrom('2', '5', '8'), digits(6))
      .map((parts) => parts.join('')),
    service: fc.oneof(
      digits(7).map((rest) => `400${rest}`),
      digits(3).map((rest) => `95${rest}`),
      fc.constantFrom('12345', '110'),
    ),
  };
  const kinds: readonly PhoneKind[] = ['mobile', 'landline', 'service'];
  const dressing = fc.array(fc.constantFrom(' ', '-', '－', '\u200b', '　', '–', ''), { minLength: 20, maxLength: 20 });
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

  it.each(kinds)('a %s reads as itself, in every dress that parts no digits into an extension', (kind) => {
    fc.assert(
      fc.property(
        numbers[kind],
        fc.constantFrom('', '+86', '0086 ', '+86-'),
        fc.boolean(),
        (number, country, isWide) => {
          const typed = country + (isWide ? wide(number) : number);
          expect(read(typed)).toBe(`${kind} ${number}`);
        },
      ),
    );
  });

  it('blanks, hyphens and what nobody sees change no mobile', () => {
    fc.assert(
      fc.property(numbers.mobile, dressing, (number, between) => {
        const typed = [...number].map((digit, index) => digit + (between[index] ?? '')).join('');
        expect(read(typed)).toBe(`mobile ${number}`);
      }),
    );
  });

  it('what was read reads as the same again', () => {
    fc.assert(
      fc.property(fc.oneof(...Object.values(numbers)), fc.option(digits(3)), (number, extension) => {
        const typed = extension === null || number.length < 10 ? number : `${number}转${extension}`;
        const first = readPhone(typed, areaCode);
        if (!first.ok) throw new Error(first.problem);
        const again = `${first.value.number}${first.value.extension === undefined ? '' : `转${first.value.extension}`}`;
        expect(readPhone(again)).toEqual(first);
      }),
    );
  });

  it('two of them are never one, and part into themselves', () => {
    const one = fc.oneof(numbers.mobile, numbers.landline);
    fc.assert(
      fc.property(one, one, fc.constantFrom(',', '，', ';', '；', '、', '/', '\n', ' / ', ' 或 '), (a, b, between) => {
        expect(read(a + between + b)).toBe('several');
        expect(splitPhones(a + between + b)).toEqual([a, b]);
      }),
    );
  });

  it('any text is answered, with digits alone', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789+- ()转/x.') })),
        (typed) => {
          const reading = readPhone(typed, areaCode);
          if (reading.ok) expect(`${reading.value.number}${reading.value.extension ?? ''}`).toMatch(/^\d{3,18}$/);
          else expect(reading.problem).toMatch(/^(empty|characters|several|foreign|short|long|unknown)$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
