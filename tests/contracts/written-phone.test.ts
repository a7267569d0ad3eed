import fc from 'fast-check';
import { readPhone } from '../../miniprogram/contracts/phone-number';
import { groupedPhone, isSamePhone, writtenPhone } from '../../miniprogram/contracts/written-phone';

test.each([
  ['03515550001', '0351-5550001', '0351-555 0001'],
  ['0351-5550001', '0351-5550001', '0351-555 0001'],
  ['0351-555 0001', '0351-5550001', '0351-555 0001'],
  ['（0351）5550001', '0351-5550001', '0351-555 0001'],
  ['+86 351 5550001', '0351-5550001', '0351-555 0001'],
  ['03515550001-802', '0351-5550001-802', '0351-555 0001-802'],
  ['0351-5550001转802', '0351-5550001-802', '0351-555 0001-802'],
  ['01055500012', '010-55500012', '010-5550 0012'],
  ['02155500012', '021-55500012', '021-5550 0012'],
  ['075555500012', '0755-55500012', '0755-5550 0012'],
  ['5550001', '5550001', '555 0001'],
  ['03510550112', '0351-0550112', '0351-055 0112'],
  ['0351-055 0112', '0351-0550112', '0351-055 0112'],
  ['0351-00000001-8123', '0351-00000001-8123', '0351-0000 0001-8123'],
  ['16400000009', '16400000009', '164 0000 0009'],
  ['164 0000 0009', '16400000009', '164 0000 0009'],
  ['12345', '12345', '12345'],
  ['035112345', '0351-12345', '0351-12345'],
  ['4001234567', '4001234567', '400 123 4567'],
  ['138 **** 0021', '138 **** 0021', '138 **** 0021'],
  ['**** 001', '**** 001', '**** 001'],
  ['', '', ''],
])('%s is written %s, and in groups %s', (phone, onPaper, onScreen) => {
  expect([writtenPhone(phone), groupedPhone(phone)]).toEqual([onPaper, onScreen]);
});

test('what is written reads as the number that it was, and once more the same', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));
  const number = fc.oneof(
    digits(8).map((rest) => `164${rest}`),
    fc
      .tuple(fc.constantFrom('010', '021', '0351', '0755'), fc.constantFrom('2', '5', '8'), digits(7))
      .map((all) => all.join('')),
    fc.tuple(fc.constantFrom('0351', '0912'), fc.constantFrom('2', '5', '8'), digits(6)).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(number, fc.option(digits(3)), (phone, extension) => {
      const whole = extension === null ? phone : `${phone}-${extension}`;
      for (const form of [writtenPhone, groupedPhone]) {
        expect(readPhone(form(whole))).toEqual(readPhone(whole));
        expect(form(form(whole))).toBe(form(whole));
        expect(isSamePhone(whole, form(whole))).toBe(true);
      }
    }),
  );
});

test('numbers that differ are not the same, nor with an extension and without', () => {
  expect(isSamePhone('03515550001', '0351-5550002')).toBe(false);
  expect(isSamePhone('03515550001', '03515550001-802')).toBe(false);
});
