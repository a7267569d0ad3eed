import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lifecycle } from '../../cloudfunctions/core/order/rules/lifecycle';
import { orderStatuses } from '../../miniprogram/contracts/order';

const text = readFileSync(path.resolve(__dirname, '../../docs/order-lifecycle.md'), 'utf8');
const heading = /^### `(\w+)` `(\w+)` → `(\w+)`：((?:`\w+` ?)+)\n(.+)/gm;

test('the prose tells every move of the table, whence, whither and by whom, and no other', () => {
  const told = [...text.matchAll(heading)].map(
    ([, from, action, to, by]) => `${from} ${action} ${to} ${(by ?? '').match(/\w+/g)?.join(' ')}`,
  );
  const table = orderStatuses.flatMap((from) =>
    Object.entries(lifecycle[from]).map(([action, cell]) => `${from} ${action} ${cell.to} ${cell.by.join(' ')}`),
  );
  expect(told).toEqual(table);
});

test('each move has a paragraph in plain Chinese', () => {
  for (const [, , action, , , first] of text.matchAll(heading))
    expect(`${action}: ${first}`).toMatch(/: [\u4e00-\u9fff“72]/);
});
