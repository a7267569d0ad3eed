import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const files: Readonly<Record<string, string>> = {
  'app.json': '{ "pages": ["a/a"] }',
  'app.js': 'App({ onLaunch() { this.db = wx.cloud.database(); } })',
  'a/a.js': 'Page({})',
  'a/a.json': '{}',
  'a/a.wxml': '<view/>',
};

/** An app of one page that names the database, so that its script is loaded. */
export function writeDatabaseApp(folder: string): void {
  mkdirSync(join(folder, 'a'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
