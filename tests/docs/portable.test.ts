/**
 * What is tracked can be checked out, built and tested on Windows and macOS, as far as the files themselves can tell.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const git = (...args: string[]): string[] =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\0')
    .filter((line) => line !== '');
const tracked = git('ls-files', '-z');

test('no two paths differ in case alone, folders with them', () => {
  const spellings = new Map<string, Set<string>>();
  for (const file of tracked) {
    const parts = file.split('/');
    for (let length = 1; length <= parts.length; length += 1) {
      const spelling = parts.slice(0, length).join('/');
      const key = spelling.toLowerCase();
      spellings.set(key, (spellings.get(key) ?? new Set()).add(spelling));
    }
  }
  expect([...spellings.values()].filter((each) => each.size > 1).map((each) => [...each])).toEqual([]);
});

test('every name can be written on Windows', () => {
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
  const refused = tracked.filter((file) =>
    file.split('/').some((part) => /[<>:"|?*\\\x00-\x1f]/.test(part) || /[. ]$/.test(part) || reserved.test(part)),
  );
  expect(refused).toEqual([]);
  expect(tracked.filter((file) => file.length > 180)).toEqual([]);
});

/** Scripts for a shell, named to `bash`: neither the product nor a test needs them. */
const shellScripts = /^(\.ci\/run|findings\/.*\.sh)$/;

test('no file needs a mode or a kind that only POSIX has', () => {
  const special = git('ls-files', '-s', '-z')
    .filter((line) => !line.startsWith('100644 '))
    .map((line) => [line.slice(0, 6), line.split('\t')[1] ?? ''] as const);
  expect(special.filter(([mode, file]) => mode !== '100755' || !shellScripts.test(file))).toEqual([]);
});

test('text is kept with LF, and .gitattributes asks for LF in every checkout', () => {
  // What .gitattributes says to be no text, as a list of an office with its own line ends, stays as it is.
  const kept = git('ls-files', '--eol', '-z').filter((line) => /^i\/(crlf|mixed)(?!.*attr\/-text)/.test(line));
  expect(kept).toEqual([]);
  expect(fs.readFileSync(path.join(root, '.gitattributes'), 'utf8')).toContain('* text=auto eol=lf');
});

test('the scripts of package.json run in any shell', () => {
  const manifests = tracked.filter((file) => /(^|\/)package\.json$/.test(file) && !file.includes('/fixtures/'));
  const scripts = manifests.flatMap((file) => {
    const { scripts: own = {} } = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as {
      scripts?: Record<string, string>;
    };
    return Object.entries(own).map(([name, command]) => [`${file} ${name}`, command] as const);
  });
  expect(scripts.length).toBeGreaterThan(5);
  const posix = /^[A-Z_]+=|['$`;]|\b(rm|cp|mv|mkdir|cat|sh|bash)\b/;
  expect(scripts.filter(([, command]) => posix.test(command))).toEqual([]);
});

test('no package has to run a script when it is installed', () => {
  const { allowScripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    allowScripts: Record<string, boolean>;
  };
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  const names = new Set(scripted.map(([place]) => place.split('node_modules/').at(-1) ?? ''));
  expect(Object.keys(allowScripts).sort()).toEqual([...names].sort());
  expect(Object.values(allowScripts)).not.toContain(true);
});
