import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createPhone } from '@lianxin/local-phone';

jest.setTimeout(120_000);

const maxBytes = 250_000;
const outFolder = mkdtempSync(join(tmpdir(), 'size-'));
afterAll(() => {
  rmSync(outFolder, { recursive: true, force: true });
});

test('phone and app are under 250 KB, gzipped, without fonts', async () => {
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
  expect(Object.values(sizes).reduce((sum, size) => sum + size, 0)).toBeLessThan(maxBytes);
});
