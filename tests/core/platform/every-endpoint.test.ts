import { routes as apiRoutes } from '../../../cloudfunctions/api/routes';
import { routes as fileRoutes } from '../../../cloudfunctions/files/routes';
import type { Caller } from '../../../cloudfunctions/core/access/caller';
import { createRouter, type Gate } from '../../../cloudfunctions/core/platform/router';
import { refuse } from '../../../cloudfunctions/core/platform/result';
import { validate } from '../../../cloudfunctions/core/platform/validation';
import { samples } from '../../support/samples';
import { emptyDatabase, noMemory, testServices } from '../../support/services';

const marker = 'LEAK';
const huge = marker + 'x'.repeat(1_048_576);
const names = Object.keys(samples) as (keyof typeof samples)[];

/** Every key of every endpoint, and each with a value of a wrong type. */
const keys = names.flatMap((name) =>
  Object.entries(samples[name]).map(([key, value]): [string, string, unknown] => [name, key, value]),
);

const services = testServices({ database: emptyDatabase() });

/** Whoever passes the schema ends here: nothing is written before, nor read but what goes with the login. */
const gate: Gate<Caller> = {
  identify: async ({ openid }) => ({ caller: { openid, scope: 'none' } }),
  authorize: () => refuse('FORBIDDEN'),
  ...noMemory,
};
const route = createRouter({
  routes: { ...apiRoutes, ...fileRoutes },
  gate,
  services,
  knowsRequest: [],
  claimRequest: async () => true,
});
const call = (name: string, input: object) => route({ name, input }, 'o_tester');

function wrongValues(value: unknown): unknown[] {
  const others = [{ $gt: '' }, { $ne: null }, null, [[[]]], huge, [huge]];
  if (typeof value === 'boolean') return [...others, 'true', 1];
  // Degrees and metres have fractions, and degrees lie below zero, too.
  if (typeof value === 'number')
    return [...others, String(value), 1e300, ...(Number.isInteger(value) ? [1.5, -1] : [])];
  if (Array.isArray(value)) return [...others, {}, Array.from({ length: 1000 }, () => value[0])];
  return typeof value === 'object' ? others : [...others, 5, true, [value], ''];
}

const strings = [
  ...names.flatMap((name) => stringsOf(name, samples[name])),
  ...stringsOf('order.complete', {
    ...samples['order.complete'],
    evidence: { kind: 'photo', fileIds: ['cloud://e/1.jpg'], note: '修好了' },
  }),
  ...stringsOf('order.complete', { ...samples['order.complete'], evidence: { kind: 'phone', note: '修好了' } }),
];

/** Every text of an input, however deep, with what puts another into its place. */
function stringsOf(name: string, input: object): [string, string, string, (text: string) => object][] {
  const found: [string, string, string, (text: string) => object][] = [];
  const visit = (part: unknown, path: string[]): void => {
    if (typeof part === 'string') found.push([name, path.join('.'), part, (text) => withText(input, path, text)]);
    else if (typeof part === 'object' && part !== null)
      for (const [key, value] of Object.entries(part)) visit(value, [...path, key]);
  };
  visit(input, []);
  return found;
}

function withText(input: object, path: readonly string[], text: string): object {
  const copy = structuredClone(input) as Record<string, never>;
  const owner = path.slice(0, -1).reduce<Record<string, never>>((part, key) => part[key]!, copy);
  Object.assign(owner, { [path.at(-1)!]: text });
  return copy;
}

/** Texts that nobody typed to say something. */
const unreadable: readonly ((text: string) => string)[] = [
  () => '\u200b\u200b\u200b',
  () => ' \u200d\ufeff\u2060\u00ad ',
  (text) => `${text}\u202e`,
  (text) => `\u2066${text}`,
  (text) => `${text}\ud800`,
  (text) => `\udc00${text}`,
  (text) => `${text}\u0000`,
  (text) => `${text}\u2028\u2029\u001b`,
];

describe('every endpoint', () => {
  it.each(names)('%s takes its sample', async (name) => {
    expect(await call(name, samples[name])).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  });

  it.each(keys)('%s refuses a wrong %s by its field', async (name, key, value) => {
    // An empty token is no card, and an empty sign no station, which these endpoints take.
    const cards = [
      'card.get',
      'order.create',
      'order.findSimilar',
      'place.listChildren',
      'policy.listOffered',
      'alert.raise',
    ];
    const isScanned = (key === 'token' && cards.includes(name)) || (key === 'stationId' && name === 'station.get');
    // The balance of a paper book may be below zero.
    const isSigned = name === 'passbook.proposeGrant' && key === 'points';
    // A branch goes back to what its community decided by naming none, and who is no member has no class.
    const isNone =
      (name === 'branch.savePolicy' && (key === 'standards' || key === 'points')) ||
      (name === 'branch.setMember' && key === 'memberClass');
    const taken = isScanned ? [''] : isSigned ? [-1] : isNone ? [null] : [];
    for (const wrong of wrongValues(value).filter((each) => each !== taken[0])) {
      const reply = await call(name, { ...samples[name as (typeof names)[number]], [key]: wrong });
      expect([name, key, reply]).toEqual([
        name,
        key,
        {
          ok: false,
          code: 'INVALID_INPUT',
          field: expect.stringMatching(new RegExp(`^${key}(\\.|$)`)),
          requestId: expect.any(String),
        },
      ]);
      expect(JSON.stringify(reply)).not.toContain(marker);
    }
  });

  it.each(strings)('%s refuses in %s what cannot be read', async (name, field, text, put) => {
    // A number out of a phone's address book brings marks of direction along: they are read over.
    const isPhone = /phone$/i.test(field);
    const spoils = isPhone ? unreadable.filter((spoil) => !/[\u202e\u2066]/.test(spoil(text))) : unreadable;
    for (const spoil of spoils) {
      expect([spoil(text), await call(name, put(spoil(text)))]).toEqual([
        spoil(text),
        { ok: false, code: 'INVALID_INPUT', field, requestId: expect.any(String) },
      ]);
    }
  });

  it.each([
    '2026-11-28',
    '2026-11-28T10:00:00',
    '2026-11-28 10:00',
    '2026-02-31T10:00:00+08:00',
    '2026-13-01T10:00:00+08:00',
    '2026-11-28T24:30:00+08:00',
    '2026-11-28T10:60:00+08:00',
    '0001-01-01T00:00:00Z',
    '9999-12-31T00:00:00Z',
    '+012026-11-28T10:00:00Z',
    '2026-11-28T10:00:00+99:00',
    '二〇二六年十一月二十八日',
    'Sat Nov 28 2026 10:00:00 GMT+0800',
    '1795831200000',
  ])('no activity begins at %s', async (startsAt) => {
    const input = { ...samples['activity.create'], startsAt };
    expect(await call('activity.create', input)).toMatchObject({ code: 'INVALID_INPUT', field: 'startsAt' });
  });

  it.each(['2026-11-28T10:00:00+08:00', '2026-11-28T10:00:00+08', '2026-11-28T02:00Z', '2026-11-28 10:00+0800'])(
    'an activity begins at %s',
    async (startsAt) => {
      const input = { ...samples['activity.create'], startsAt };
      expect(validate(apiRoutes['activity.create'].input, input)).toMatchObject({
        ok: true,
        data: { startsAt: '2026-11-28T02:00:00.000Z' },
      });
    },
  );

  it.each(names)('%s refuses unknown keys and those of the prototype', async (name) => {
    for (const key of ['__proto__', 'constructor', 'openid', 'hat', '$where']) {
      // As text, since an object literal would set its prototype.
      const fields = Object.entries(samples[name]).map(([field, value]) => `"${field}":${JSON.stringify(value)}`);
      const input = JSON.parse(`{${[...fields, `"${key}":{"admin":true}`].join(',')}}`);
      expect(await call(name, input)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: key });
    }
  });

  it('logs nothing of all this', () => {
    expect(services.lines).toEqual([]);
  });
});
