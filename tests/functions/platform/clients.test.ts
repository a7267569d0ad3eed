/** Pages reach the product through its functions alone: every collection is closed to the database of a client. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { manifest } from '../../../cloudfunctions/core/schema';
import { startTestCloud, type TestCloud } from '../../support/local-cloud';

let cloud: TestCloud;
const functionsFolder = mkdtempSync(path.join(tmpdir(), 'no-functions-'));
beforeAll(async () => {
  cloud = await startTestCloud({ functionsFolder, manifest });
}, 60_000);
afterAll(async () => {
  await cloud.close();
  rmSync(functionsFolder, { recursive: true, force: true });
});

const codeOf = async (request: object): Promise<string | undefined> => {
  const init = { method: 'POST', headers: { 'x-openid': 'o-anybody' }, body: JSON.stringify(request) };
  return ((await (await fetch(`${cloud.url}/local/database`, init)).json()) as { code?: string }).code;
};

test('no page reads or writes a collection', async () => {
  expect(manifest.collections.length).toBeGreaterThan(20);
  for (const { name: collectionName } of manifest.collections) {
    const asked = { collectionName, query: '{"_openid":"{openid}"}', limit: 1 };
    const codes = [
      await codeOf({ ...asked, action: 'database.getDocument' }),
      await codeOf({ ...asked, action: 'database.calculateDocument' }),
      await codeOf({ collectionName, action: 'database.insertDocument', data: ['{"a":1}'] }),
      await codeOf({ ...asked, action: 'database.removeDocument', multi: true }),
    ];
    expect([collectionName, ...new Set(codes)]).toEqual([collectionName, 'DATABASE_PERMISSION_DENIED']);
  }
});
