/** Every leniency that the docs of the two runtimes list has a test, which its row names. */
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

interface Row {
  readonly what: string;
  readonly file: string;
  readonly title: string;
}

/** The rows of a document's first table whose last column is `test`: a link, then the test's title. */
function rowsOf(document: string): Row[] {
  const text = fs.readFileSync(path.join(root, document), 'utf8');
  const [table = ''] = text.split(/^\| what .*\| test \|\n\|[-|]+\|\n/m).slice(1);
  const lines = table.split('\n').slice(
    0,
    table.split('\n').findIndex((line) => !line.startsWith('|')),
  );
  return lines.map((line) => {
    const [, what = '', , test = ''] = line.split(/(?<!\\) \| |^\| | \|$/);
    const [, link = '', title = ''] = /^\[[^\]]+\]\(([^)]+)\): (.+)$/.exec(test) ?? [];
    return { what, file: path.join(path.dirname(path.join(root, document)), link), title };
  });
}

const titlesIn = (file: string): string[] =>
  [...fs.readFileSync(file, 'utf8').matchAll(/\b(?:test|it)(?:\.each\([^]*?\))?\(\s*(['"])(.+?)\1,/g)].map(
    ([, , title = '']) => title,
  );

test.each(['docs/browser-phone.md', 'local/cloud/docs/differences.md'])('each row of %s has its test', (document) => {
  const rows = rowsOf(document);
  expect(rows.length).toBeGreaterThan(6);
  const without = rows.filter(({ file, title }) => !fs.existsSync(file) || !titlesIn(file).includes(title));
  expect(without.map(({ what }) => what)).toEqual([]);
});

test('each test of a leniency is a row of the docs', () => {
  for (const [document, tests] of [
    ['docs/browser-phone.md', 'local/phone/tests/runtime/not-read.test.ts'],
    ['local/cloud/docs/differences.md', 'local/cloud/tests/leniencies.test.ts'],
  ] as const) {
    const listed = rowsOf(document).map(({ title }) => title);
    expect(titlesIn(path.join(root, tests)).filter((title) => !listed.includes(title))).toEqual([]);
  }
});
