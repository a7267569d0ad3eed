import { routes } from '../../../cloudfunctions/api/routes';
import { routes as fileRoutes } from '../../../cloudfunctions/files/routes';
import { freeTexts, textReaders } from '../../../cloudfunctions/core/access/free-texts';
import { validate } from '../../../cloudfunctions/core/platform/validation';
import type { GenericSchema } from 'valibot';
import { samples } from '../../support/samples';

/** What no id, number, code or closed list takes. */
const sentence = '请您明天上午来，谢谢！';
/** Keys that are matched and never shown: the place of a page, what a scanned code carries. */
const keys = /\.(cursor|token)$|^station\.get\.stationId$/;
/**
 * What an office says of itself stands on every card. Names are shown and hidden by rules of their own (`mayKnow` in
 * tests/functions/every-hat/leaks.ts).
 */
const names = [
  'activity.addWalkIn.name',
  'card.handOut.receivedBy',
  'enrolment.addGroup.members.0.name',
  'order.intake.name',
  'residence.registerIn.name',
  'passbook.list.name',
  'person.register.name',
  'person.requestChange.name',
  ...['communityName', 'dutyName', 'hoursText', 'name', 'officeAddress', 'street'].map((name) => `setup.claim.${name}`),
  ...['dutyName', 'hours.text', 'officeAddress'].map((name) => `setup.changeOffice.${name}`),
];

/** The same input with each of its texts in turn replaced by a sentence, by the path of keys that leads to it. */
function variants(value: unknown): (readonly [path: string, variant: unknown])[] {
  if (typeof value === 'string') return [['', sentence]];
  if (Array.isArray(value))
    return variants(value[0]).map(([path, variant]) => [`.0${path}`, [variant, ...value.slice(1)]]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    variants(held).map(([path, variant]) => [`.${key}${path}`, { ...value, [key]: variant }] as const),
  );
}

test('every field that takes a sentence has its readers in the table, and no other', () => {
  const endpoints = Object.values({ ...routes, ...fileRoutes });
  const taken = endpoints.flatMap(({ name, input }) =>
    variants(samples[name])
      .filter(([, variant]) => validate(input as GenericSchema<unknown>, variant).ok)
      .map(([path]) => `${name}${path}`),
  );
  const texts = taken.filter((field) => !keys.test(field) && !names.includes(field));
  expect(texts.sort()).toEqual(Object.keys(freeTexts).sort());
  expect(taken).toEqual(expect.arrayContaining(names));
});

test('every kind of reader reads something', () => {
  const used = new Set<string>(Object.values(freeTexts).flat());
  expect(textReaders.filter((reader) => !used.has(reader))).toEqual([]);
});
