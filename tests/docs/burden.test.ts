import { readFileSync } from 'node:fs';
import path from 'node:path';
import { burdenTable } from '../../local/testing/burden';

test('the table of touches is what tests/e2e/actions counts', () => {
  const text = readFileSync(path.resolve(__dirname, '../../docs/burden.md'), 'utf8');
  expect(text).toContain(`\n${burdenTable()}\n`);
});
