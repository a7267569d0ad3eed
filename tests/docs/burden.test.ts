import { readFileSync } from 'node:fs';
import path from 'node:path';
import { burdenTable, waysTable, wayTaps } from '../../local/testing/burden';

test('the table of touches is what tests/e2e/actions counts', () => {
  const text = readFileSync(path.resolve(__dirname, '../../docs/burden.md'), 'utf8');
  expect(text).toContain(`\n${burdenTable()}\n`);
});

test('a closed order is the sum of its measured steps, and no way to its end takes a name that nobody measures', () => {
  const text = readFileSync(path.resolve(__dirname, '../../docs/burden.md'), 'utf8');
  expect(text).toContain(`\n${waysTable()}\n`);
  expect(() => wayTaps(['order', 'sign-in-daily'])).toThrow('sign-in-daily');
});
