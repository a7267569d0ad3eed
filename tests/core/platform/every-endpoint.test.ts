import { routes as apiRoutes } from '../../../cloudfunctions/api/routes';
import { routes as fileRoutes } from '../../../cloudfunctions/files/routes';
import type { Caller } from '../../../cloudfunctions/core/access/caller';
import { createRouter, type Gate } from '../../../cloudfunctions/core/platform/router';
import { refuse } from '../../../cloudfunctions/core/platform/result';
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
  identify: async ({ openid }) => ({ openid, scope: 'none' }),
  authorize: () => refuse('FORBIDDEN'),
  ...noMemory,
};
const route = createRouter({ routes: { ...apiRoutes, ...fileRoutes }, gate, services, knowsRequest: [] });
const call = (name: string, input: object) => route({ name, input }, 'o_tester');

function wrongValues(value: unknown): unknown[] {
  const others = [{ $gt: '' }, { $ne: null }, null, [[[]]], huge, [huge]];
  if (typeof value === 'boolean') return [...others, 'true', 1];
  if (typeof value === 'number') return [...others, String(value), 1.5, -1, 1e300];
  if (Array.isArray(value)) return [...others, {}, Array.from({ length: 1000 }, () => value[0])];
  return typeof value === 'object' ? others : [...others, 5, true, [value], ''];
}

describe('every endpoint', () => {
  it.each(names)('%s takes its sample', async (name) => {
    expect(await call(name, samples[name])).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  });

  it.each(keys)('%s refuses a wrong %s by its field', async (name, key, value) => {
    // An empty token is no card, which these endpoints take.
    const taken =
      key === 'token' && ['card.get', 'order.create', 'order.findSimilar', 'place.listChildren'].includes(name)
        ? ['']
        : [];
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
