import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { forwardTo } from '@lianxin/local-phone';
import { launchBrowser, newPhonePage, openPhone, startPhone, type RunningPhone } from '@lianxin/local-phone/testing';
import { startTestCloud, type TestCloud } from '@lianxin/local-cloud/testing';
import { writeDatabaseApp } from './database-app';

export const root = join(__dirname, '..', '..', '..');

export interface DatabasePage {
  readonly cloud: TestCloud;
  readonly phone: RunningPhone;
  /** Empties the collections. */
  reset(): void;
  /** Runs the body of an async function with `db`, `_`, `$` and `wait`; a failure is its answer, too. */
  run(body: string): Promise<unknown>;
  close(): Promise<void>;
}

/** A page of an app that names the database, with a cloud of three collections behind it. */
export async function openDatabasePage(): Promise<DatabasePage> {
  const folder = mkdtempSync(join(root, '.cache', 'database-app-'));
  writeDatabaseApp(folder);
  const place = { name: 'place', fields: [{ name: 'place', direction: '2dsphere' as const }] };
  const collections = [
    { name: 'todos', indexes: [place] },
    { name: 'news', indexes: [], permission: 'ADMINWRITE' as const },
    { name: 'rooms', indexes: [], rule: { read: true, write: 'doc._openid == auth.openid' } },
  ];
  const functionsFolder = join(root, 'local', 'cloud', 'examples', 'guestbook', 'functions');
  const [browser, cloud] = await Promise.all([
    launchBrowser(),
    startTestCloud({ functionsFolder, strict: false, manifest: { collections } }),
  ]);
  const phone = await startPhone({ appFolder: folder }, forwardTo(cloud.url));
  const page = await newPhonePage(browser);
  await openPhone(page, { url: phone.url, as: 'oAnna', page: '/a/a' });
  return {
    cloud,
    phone,
    reset: () => {
      cloud.database.reset();
      for (const { name } of collections) cloud.database.createCollection(name);
      cloud.database.createIndex('todos', place);
    },
    run: (body) =>
      page.evaluate(`(async () => {
        const db = wx.cloud.database(), _ = db.command, $ = _.aggregate;
        const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        ${body}
      })().catch((error) => ({ errCode: error.errCode, errMsg: error.errMsg ?? String(error) }))`),
    close: async () => {
      await browser.close();
      await Promise.all([phone.close(), cloud.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
