/** Every path that the documents for developers name exists. */
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const documents = ['CONTRIBUTING.md', 'SECURITY.md', 'README.md', 'docs/architecture.md', 'docs/dependencies.md'];

const madeByTools = ['node_modules', 'dist', '.cache', '.local', '.git'];
/** What the build makes inside a folder of sources: a fresh clone lacks it. */
const builtInside = /(^|\/)miniprogram_npm(\/|$)/;

/**
 * `a/b.ts`, `a/b` and `a/b/` between backticks, if they begin with a folder of the root; patterns and commands are
 * none.
 */
function namedIn(file: string): string[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const tops = fs
    .readdirSync(root)
    .filter((name) => !madeByTools.includes(name))
    .join('|')
    .replaceAll('.', '\\.');
  const quoted = [...text.matchAll(/`([^`\s*<>]+)`/g)].map(([, name = '']) => name);
  return quoted.filter((name) => new RegExp(`^(${tops})(/|$)`).test(name) && !builtInside.test(name));
}

/** The folders and files of the tree in architecture.md: two spaces deeper is one folder deeper. */
function drawnTree(): string[] {
  const text = fs.readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const drawn = /## The tree\n\n```\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  let top = '';
  return drawn.split('\n').flatMap((line) => {
    const isInside = line.startsWith('  ');
    const names = line.trim().split(/ {2,}/)[0]?.split(/,? /) ?? [];
    const paths = names.filter((name) => /[/.]/.test(name));
    if (!isInside) top = paths[0] ?? '';
    return isInside ? paths.map((name) => top + name) : paths;
  });
}

const isThere = (name: string): boolean => fs.existsSync(path.join(root, name));
const named = [...documents.flatMap(namedIn), ...drawnTree()];

test('the documents name the tree', () => expect(named.length).toBeGreaterThan(80));

test('every path that they name exists', () => {
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});

test('every room of the sources is drawn', () => {
  const rooms = ['miniprogram', 'cloudfunctions', 'cloudfunctions/core', 'local'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['miniprogram_npm', 'images', 'core'].includes(entry.name))
      .map(({ name }) => `${folder}/${name}/`),
  );
  expect(rooms.filter((room) => !drawnTree().includes(room))).toEqual([]);
});
