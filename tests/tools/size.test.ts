import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { everyRoute } from '../../local/testing/every-route';
import { packNpm } from '../../tools/pack';
import { filesOfPage } from '../../tools/page-code';
import { appFolder, budgets, homeBytes, packageSizes, shippedBytes } from '../../tools/size';

/** Of scripts, templates and styles, those of the app with them. */
const mostPageBytes = 160 * 1024;

describe('sizes of what WeChat ships', () => {
  it('holds the budgets of the main package and of each subpackage', () => {
    packNpm();
    const sizes = packageSizes();
    expect(sizes.map(({ name }) => name)).toContain('main');
    expect(sizes.length).toBeGreaterThan(1);
    for (const { name, bytes, budget } of sizes) expect([name, bytes > 0, bytes <= budget]).toEqual([name, true, true]);
  });

  it('holds the budget of the code that the first screen needs, and knows what that is', () => {
    const files = filesOfPage(appFolder, 'pages/home/home').map((file) => path.relative(appFolder, file));
    const needed = [
      'app.wxss',
      'styles/tokens.wxss',
      'pages/home/view.ts',
      'components/contact/contact-card/contact-card.wxml',
    ];
    expect(files).toEqual(expect.arrayContaining(needed));
    expect(files.filter((file) => file.startsWith('packages/'))).toEqual([]);
    expect(homeBytes()).toBeGreaterThan(50 * 1024);
    expect(homeBytes()).toBeLessThanOrEqual(budgets.home);
  });

  it.each(everyRoute())('audit rule 1: %s brings little code to run before it stands', (route) => {
    const bytes = filesOfPage(appFolder, route).reduce((sum, file) => sum + shippedBytes(file), 0);
    expect(bytes).toBeGreaterThan(10 * 1024);
    expect(bytes).toBeLessThanOrEqual(mostPageBytes);
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

    it('counts templates, styles and JSON without comments and blanks, and no script that nothing requires', () => {
      write('app.json', '{\n  "pages": ["a"]\n}\n');
      write('app.ts', "import { b } from './b';\nApp({ b });\n");
      write('b.ts', 'export const b = 1;\n');
      write('unused.ts', 'export const c = 2;\n');
      write('a.wxml', '<view>\n  <!-- why -->\n  <text> 留  白 </text>\n</view>\n');
      write('a.wxss', '.a {\n  color: red; /* why */\n}\n');
      const used = ['app.ts', 'b.ts'].map((name) => shippedBytes(path.join(folder, name)));
      const texts = ['{"pages":["a"]}', '<view><text> 留  白 </text></view>', '.a{color:red}\n'].map((one) =>
        Buffer.byteLength(one),
      );
      const sum = [...used, ...texts].reduce((total, bytes) => total + bytes, 0);
      expect(packageSizes(folder)).toEqual([{ name: 'main', bytes: sum, budget: budgets.main }]);
    });

    it('counts nothing for what is types alone', () => {
      write('only.ts', 'export interface A { readonly b: string }\n');
      expect(shippedBytes(path.join(folder, 'only.ts'))).toBe(0);
    });
  });
});
