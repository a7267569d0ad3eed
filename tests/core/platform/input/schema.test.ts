import * as v from 'valibot';
import { schemaOf } from '../../../../cloudfunctions/core/platform/input/schema';
import { readInstant } from '../../../../cloudfunctions/core/platform/input/time';
import { readWords } from '../../../../cloudfunctions/core/platform/input/words';
import { object, validate } from '../../../../cloudfunctions/core/platform/validation';
import { readPhone } from '../../../../miniprogram/contracts/phone-number';

describe('a reader as a schema', () => {
  const input = object({
    startsAt: schemaOf((typed) => readInstant(typed)),
    title: schemaOf((typed) => readWords(typed, 5)),
    phone: schemaOf((typed) => readPhone(typed, '0351')),
  });
  const good = { startsAt: '2026-11-28T10:00:00+08', title: ' 党日 ', phone: '7654321转8' };

  it('hands on what was read', () => {
    expect(validate(input, good)).toEqual({
      ok: true,
      data: {
        startsAt: new Date('2026-11-28T02:00:00Z'),
        title: '党日',
        phone: { kind: 'landline', number: '03517654321', extension: '8' },
      },
    });
  });

  it('names the field, and the problem as its message', () => {
    expect(validate(input, { ...good, startsAt: '2026-02-31T10:00:00+08:00' })).toEqual({
      ok: false,
      code: 'INVALID_INPUT',
      field: 'startsAt',
    });
    expect(v.safeParse(input, { ...good, phone: '1,2' }).issues?.[0].message).toBe('several');
    expect(validate(input, { ...good, title: { $gt: '' } })).toMatchObject({ field: 'title' });
  });
});
