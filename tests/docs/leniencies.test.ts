/** Every leniency that the docs of the two runtimes list has a test, which its row names. */
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

interface Row {
  readonly what: string;
  readonly file: string;
  readonly title: string;
}

/** The rows of a document's tables of differences, whose last column is a link, then the test's title. */
function rowsOf(document: string): Row[] {
  const text = fs.readFileSync(path.join(root, document), 'utf8');
  const tables = text.split(/^\| .+ \| test \|\n\|[-|]+\|\n/m).slice(1);
  const lines = tables.flatMap((table) => {
    const all = table.split('\n');
    return all.slice(
      0,
      all.findIndex((line) => !line.startsWith('|')),
    );
  });
  return lines.map((line) => {
    const [, what = '', , test = ''] = line.split(/(?<!\\) \| |^\| | \|$/);
    const [, link = '', title = ''] = /^\[[^\]]+\]\(([^)]+)\): (.+)$/.exec(test) ?? [];
    return { what, file: path.join(path.dirname(path.join(root, document)), link), title };
  });
}

/** Titles of tests, and of the rows of those that are written as a record: one key, one test. */
function titlesIn(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8');
  const written = [...text.matchAll(/\b(?:test|it)(?:\.each\([^]*?\))?\(\s*(['"])(.+?)\1,/g)];
  const listed = text.includes('test.each(Object.entries(cases)') ? [...text.matchAll(/^ {2}(')(.+)': \[/gm)] : [];
  return [...written, ...listed].map(([, , title = '']) => title);
}

const documents = ['docs/browser-phone.md', 'local/cloud/docs/differences.md', 'local/phone/docs/differences.md'];

test.each(documents.slice(1))('every table of %s has a column of tests', (document) => {
  const headings = fs.readFileSync(path.join(root, document), 'utf8').match(/^.*(?=\n\|---)/gm) ?? [];
  expect(headings.filter((heading) => !heading.endsWith('| test |'))).toEqual([]);
});

test.each(documents)('each row of %s has its test', (document) => {
  const rows = rowsOf(document);
  expect(rows.length).toBeGreaterThan(6);
  const without = rows.filter(({ file, title }) => !fs.existsSync(file) || !titlesIn(file).includes(title));
  expect(without.map(({ what }) => what)).toEqual([]);
});

const leniencies = 'local/phone/tests/leniencies';

test('each test of a leniency is a row of the docs', () => {
  for (const [document, tests] of [
    ...fs
      .readdirSync(path.join(root, leniencies))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => ['local/phone/docs/differences.md', `${leniencies}/${name}`] as const),
    ['docs/browser-phone.md', 'local/phone/tests/runtime/not-read.test.ts'],
    ['local/cloud/docs/differences.md', 'local/cloud/tests/leniencies.test.ts'],
  ] as const) {
    const listed = rowsOf(document).map(({ title }) => title);
    expect(titlesIn(path.join(root, tests)).filter((title) => !listed.includes(title))).toEqual([]);
  }
});
