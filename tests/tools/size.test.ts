import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packNpm } from '../../tools/pack';
import { packageSizes, shippedBytes } from '../../tools/size';

describe('sizes of what WeChat ships', () => {
  it('holds the budgets of the main package and of each subpackage', () => {
    packNpm();
    const sizes = packageSizes();
    expect(sizes.map(({ name }) => name)).toContain('main');
    expect(sizes.length).toBeGreaterThan(1);
    for (const { name, bytes, budget } of sizes) expect([name, bytes > 0, bytes <= budget]).toEqual([name, true, true]);
  });

  describe('of a small app', () => {
    let folder: string;
    const write = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    };
    beforeEach(() => {
      folder = mkdtempSync(path.join(os.tmpdir(), 'size-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it('counts a file where it lies, scripts without types, and no documents', () => {
      const app = JSON.stringify({ pages: [], subPackages: [{ root: 'packages/a' }] });
      write('app.json', app);
      write('README.md', 'x'.repeat(1000));
      write('types.d.ts', 'declare const x: number;');
      write('packages/a/page.wxml', '<view/>');
      write('packages/ab/page.wxml', '<view></view>');
      const [main, sub] = packageSizes(folder);
      expect(main).toMatchObject({ name: 'main', bytes: Buffer.byteLength(app) + Buffer.byteLength('<view></view>') });
      expect(sub).toMatchObject({ name: 'packages/a', bytes: Buffer.byteLength('<view/>') });
    });

    it('counts nothing for what is types alone', () => {
      write('only.ts', 'export interface A { readonly b: string }\n');
      expect(shippedBytes(path.join(folder, 'only.ts'))).toBe(0);
    });
  });
});
