import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && fs.existsSync(path.join(root, file)));
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const sources = tracked.filter((file) => /\.(ts|mjs|cjs|js|wxml|wxss|wxs)$/.test(file));

/** Other people's functions, which the local cloud runs as they are. */
const foreign = /\/fixtures\/published\//;

/** `file:line` of each line over 120 characters that nothing excuses. */
function wideLinesOf(file: string): string[] {
  let excused = false;
  return read(file)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') excused = false;
      if (/^\s*\/\/ Wide lines: /.test(line)) excused = true;
      const wide = [...line].length > 120 && !excused && !/https?:\/\//.test(line);
      return wide ? [`${file}:${index + 1}`] : [];
    });
}

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

describe('the repository', () => {
  test('no source file is over 300 lines', () => {
    const long = sources.filter((file) => read(file).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  // Wide lines: none here, but for an address, or under a comment that begins with these two words and says why: it
  // excuses the lines up to the next blank one, as a table of outlines, whose rows cannot be broken.
  test('no line of a source is over 120 characters', () => {
    const wide = sources.filter((file) => /\.(ts|mjs|cjs|js)$/.test(file) && !foreign.test(file)).flatMap(wideLinesOf);
    expect(wide).toEqual([]);
  });

  test('the lock file names no download address', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "(?!local\/)/);
  });

  test('packages that name the same dependency name the same version', () => {
    const packages = ['package.json', ...tracked.filter((file) => /^local\/[^/]+\/package\.json$/.test(file))];
    const versions = packages.flatMap((file) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file)) as Manifest;
      return Object.entries({ ...dependencies, ...devDependencies });
    });
    const differing = versions.filter(([name, version]) =>
      versions.some(([other, otherVersion]) => other === name && otherVersion !== version),
    );
    expect(packages.length).toBeGreaterThan(1);
    expect(differing).toEqual([]);
  });

  test('every decision stands in the list of decisions', () => {
    const decisions = fs.readdirSync(path.join(root, 'docs/adr')).filter((file) => /^\d{4}-/.test(file));
    const index = read('docs/adr/README.md');
    expect(decisions.filter((file) => !index.includes(`](${file})`))).toEqual([]);
  });

  test('no test is switched off, and none is alone', () => {
    const off = new RegExp(String.raw`\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe)\(`);
    expect(sources.filter((file) => /(^|\/)tests\//.test(file) && off.test(read(file)))).toEqual(
      ['tests/docs/repository.test.ts'].filter((file) => off.test(read(file))),
    );
  });

  test('every link of the documents leads somewhere', () => {
    const dead = tracked
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => [file, match[1] ?? ''] as const),
      )
      .filter(([file, link]) => !fs.existsSync(path.join(root, path.dirname(file), link)))
      .map(([file, link]) => `${file} -> ${link}`);
    expect(dead).toEqual([]);
  });
});
