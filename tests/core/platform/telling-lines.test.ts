/** What the end of a run looks for in everything that functions printed (tests/support/remove-run-folder.ts). */
import { openidOf, somebodies } from '../../support/community/people';
import { tellingLines } from '../../support/telling-lines';

const said = (text: string) => tellingLines([`2026-11-28T09:00:00.000Z api ${text}`]).length === 1;

test.each([
  ['a name', '{"level":"error","event":"unexpected","name":"王秀英"}'],
  ['an address', '{"at":"红叶里 3 号院"}'],
  ['a mobile number', '{"to":"13800001234"}'],
  ['a number as people write it', '{"to":"138 0000 1234"}'],
  ['a fixed number', '{"to":"0351-6221234"}'],
  ['an openid of the tests', '{"for":"o_zhao"}'],
  ['an openid of the demo data', '{"for":"resident-wang"}'],
])('%s is found', (_, text) => expect(said(text)).toBe(true));

test.each([
  ['what the product logs', '{"level":"info","event":"migration","count":12}'],
  ['a time', '{"at":1795000000000,"ms":12.5}'],
  ['a place in the code', '{"at":"run (/srv/api/index.js:4177:21) < answer (/srv/api/index.js:31:5)"}'],
  [
    'a digest in a path',
    `{"at":"run (/srv/compiled/939fbd0b1732ee87a0011909905fba22dc9c2be41b03${'0'.repeat(20)}/main.js:1:2)"}`,
  ],
  ['an id', '{"requestId":"call-13f7a9b2c4d5e6f7"}'],
])('%s tells of nobody', (_, text) => expect(said(text)).toBe(false));

test('what another function of a test printed is not looked at', () => {
  expect(tellingLines(['2026-11-28T09:00:00.000Z echo 王秀英'])).toEqual([]);
});

test('every name, number and openid of the tests is found', () => {
  const missed = somebodies.flatMap(({ id, name, phone }) =>
    [id, openidOf(id), name, phone].filter((value) => value !== '' && !said(`{"x":"${value}"}`)),
  );
  expect(somebodies.length).toBeGreaterThan(10);
  expect(missed).toEqual([]);
});
