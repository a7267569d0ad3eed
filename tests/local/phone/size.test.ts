import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createPhone } from '@lianxin/local-phone';

jest.setTimeout(120_000);

/** What a visitor waits for: the phone once, the app's main package, then one subpackage at a time. */
// The phone with wx.request, web sockets and their kin, silent stand-ins, templates as the old compiler reads them, and
// dialogs that hold the keyboard.
// The database of pages is a script of its own, which this app does not load.
const maxBytes = { phone: 127_000, main: 96_000, subpackage: 38_500 };
const outFolder = mkdtempSync(join(tmpdir(), 'size-'));
afterAll(() => {
  rmSync(outFolder, { recursive: true, force: true });
});

test('the phone, the main package and each subpackage stay small, gzipped, without fonts', async () => {
  const phone = await createPhone({
    appFolder: join(__dirname, '..', '..', '..', 'miniprogram'),
    outFolder,
    production: true,
    strict: true,
    log: () => undefined,
  });
  await phone.close();
  const files = readdirSync(outFolder).filter((name) => /\.(?:js|css)$/.test(name));
  const sizes = Object.fromEntries(
    files.map((name) => [name, gzipSync(readFileSync(join(outFolder, name)), { level: 9 }).length]),
  );
  expect(Object.keys(sizes)).toEqual(
    expect.arrayContaining(['app.js', 'host.js', 'phone.css', 'frame.js', 'package-packages-resident.js']),
  );
  const partOf = (name: string) =>
    name.startsWith('package-') ? name : name === 'app.js' ? ('main' as const) : ('phone' as const);
  const parts: Record<string, number> = {};
  for (const [name, size] of Object.entries(sizes)) parts[partOf(name)] = (parts[partOf(name)] ?? 0) + size;
  const { phone: phoneBytes, main, ...subpackages } = parts;
  expect(Object.keys(subpackages).length).toBeGreaterThan(3);
  expect(phoneBytes).toBeLessThan(maxBytes.phone);
  expect(main).toBeLessThan(maxBytes.main);
  expect(Math.max(...Object.values(subpackages))).toBeLessThan(maxBytes.subpackage);
});
