import {
  cursor,
  fileIds,
  id,
  line,
  object,
  optional,
  personPhone,
  requestId,
  v,
  validate,
  version,
  words,
} from '../../../cloudfunctions/core/platform/validation';

const schema = object({
  words: words(10),
  version,
  requestId,
  note: optional(line(5)),
  orderId: optional(id),
  phone: optional(personPhone),
  fileIds: optional(fileIds),
  cursor: optional(cursor),
  evidence: optional(object({ kind: v.literal('code'), code: v.string() })),
});
const good = { words: ' 修水龙头 ', version: 1, requestId: 'request-1' };
const fieldOf = (more: object) => {
  const result = validate(schema, { ...good, ...more });
  return result.ok ? result.data : [result.code, result.field];
};

describe('validate', () => {
  it('trims what people type', () => {
    expect(validate(schema, good)).toEqual({ ok: true, data: { ...good, words: '修水龙头' } });
  });

  it.each([
    ['13800000000', '13800000000'],
    ['0351-4001234', '03514001234'],
    ['(010) 8888 0000', '01088880000'],
    ['4001234', '4001234'],
    ['88880000', '88880000'],
    [' 138 0000 1234 ', '13800001234'],
    ['+86 138-0000-1234', '13800001234'],
    ['１３８００００００００', '13800000000'],
    ['（0351）4001234转802', '03514001234-802'],
  ])('takes the number %s as %s', (typed, kept) => {
    expect(validate(object({ phone: personPhone }), { phone: typed })).toEqual({ ok: true, data: { phone: kept } });
  });

  it.each([
    '1380000000',
    '12345',
    '0351',
    '4001234x',
    '',
    '10000000001',
    '95588',
    '-'.repeat(30),
    `13800000000${' '.repeat(60)}`,
  ])('takes %j for no number', (typed) => {
    expect(validate(object({ phone: personPhone }), { phone: typed })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'phone',
    });
  });

  it.each<[string, object, string]>([
    ['an object for a string', { words: { $gt: '' } }, 'words'],
    ['an array for a string', { words: ['a'] }, 'words'],
    ['a number for a string', { words: 5 }, 'words'],
    ['nothing but spaces', { words: '   ' }, 'words'],
    ['a text too long', { words: 'x'.repeat(11) }, 'words'],
    ['a control character', { words: 'a\u0000b' }, 'words'],
    ['a line break in a line', { note: 'a\nb' }, 'note'],
    ['a string for a number', { version: '1' }, 'version'],
    ['a fraction', { version: 1.5 }, 'version'],
    ['a negative version', { version: -1 }, 'version'],
    ['not a number', { version: Number.NaN }, 'version'],
    ['null for a text', { note: null }, 'note'],
    ['an unknown key', { admin: true }, 'admin'],
    ['an unknown key inside', { evidence: { kind: 'code', code: '1', $where: '1' } }, 'evidence.$where'],
    ['an id with an operator', { orderId: '{"$gt":""}' }, 'orderId'],
    ['a phone with letters', { phone: '1380000000a' }, 'phone'],
    ['a file elsewhere', { fileIds: ['https://example.invalid/a.jpg'] }, 'fileIds.0'],
    ['four files', { fileIds: Array.from({ length: 4 }, (_, index) => `cloud://e/${index}`) }, 'fileIds'],
    ['a request id with a path', { requestId: '../../etc/passwd' }, 'requestId'],
  ])('refuses %s', (_what, more, field) => {
    expect(fieldOf(more)).toEqual(['INVALID_INPUT', field]);
  });

  it('names a key that is missing', () => {
    expect(validate(schema, { words: 'a', version: 1 })).toEqual({
      ok: false,
      code: 'INVALID_INPUT',
      field: 'requestId',
    });
  });

  it('takes no input for an empty object, and nothing else for an object', () => {
    expect(validate(object({}), undefined)).toEqual({ ok: true, data: {} });
    for (const input of ['text', 5, true, [], [1]])
      expect(validate(object({ a: v.string() }), input)).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
  });
});
