import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultKeepSeatHours, defaultNoShowAfterHours } from '../../cloudfunctions/core/order/policy';
import { termsOf } from '../../cloudfunctions/core/order/document/terms';
import { defaultRewardPolicy } from '../../cloudfunctions/core/reward/policy';
import { defaultPolicy, fullPolicy } from '../../cloudfunctions/core/policy/policy';
import { lifecycle } from '../../cloudfunctions/core/order/rules/lifecycle';
import { waitOf, waitRules, waits } from '../../cloudfunctions/core/order/rules/waits';
import { fresh, inStatus } from '../core/order/sample-orders';
import { orderKinds, orderStatuses } from '../../miniprogram/contracts/order';

const text = readFileSync(path.resolve(__dirname, '../../docs/order-lifecycle.md'), 'utf8');
const heading = /^### `(\w+)` `(\w+)` → `(\w+)`：((?:`\w+` ?)+)(?:，只有((?: `\w+`)+))?\n(.+)/gm;
const wordsOf = (list = '') => (list.match(/\w+/g) ?? []).join(' ');

test('the prose tells every move of the table, whence, whither, by whom and for which kinds, and no other', () => {
  const told = [...text.matchAll(heading)].map(
    ([, from, action, to, by, kinds]) => `${from} ${action} ${to} by ${wordsOf(by)} of ${wordsOf(kinds) || 'all'}`,
  );
  const table = orderStatuses.flatMap((from) =>
    Object.entries(lifecycle[from]).map(
      ([action, { to, by, kinds }]) => `${from} ${action} ${to} by ${by.join(' ')} of ${kinds?.join(' ') ?? 'all'}`,
    ),
  );
  expect(told).toEqual(table);
});

test('every kind of order is told, and no other', () => {
  const [, table = ''] = /\| 种类 \| 意思 \|\n\|---\|---\|\n((?:\|.+\n)+)/.exec(text) ?? [];
  expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, kind]) => kind)).toEqual(orderKinds);
});

test('each move has a paragraph in plain Chinese', () => {
  for (const [, , action, , , , first] of text.matchAll(heading))
    expect(`${action}: ${first}`).toMatch(/: [\u4e00-\u9fff“72]/);
});

const figure = '([\\d.]+) (小时|天|个周六)';
const waitRow = new RegExp(
  `^\\| \`(\\w+)\` \\| ((?:\`\\w+\`、?)+) \\| [^|]+ \\| \`(\\w+)\` ${figure} \\| ${figure} \\| [^|]+ \\| ([^|]+) \\|$`,
  'gm',
);
const ends: Readonly<Record<string, string>> = {
  一级一级往上报: 'escalate',
  了结: 'lapse',
  轮到网格员: 'passOn',
  '再挂，挂够了撤下来': 'relist',
  时限接着走: 'goOn',
};
const unitOf = (limit: string): string =>
  limit.endsWith('Saturdays') ? '个周六' : limit.endsWith('Days') ? '天' : '小时';

test('the table of waits has every one, with the policy that bounds it, its figures, and what becomes of it', () => {
  const standard = fullPolicy(defaultPolicy).order;
  const urgent = termsOf(standard, defaultRewardPolicy, { emergency: true });
  const told = [...text.matchAll(waitRow)].map(
    ([, wait, statuses, limit, figure, unit, urgentFigure, urgentUnit, end]) => ({
      wait,
      statuses: statuses?.match(/\w+/g),
      limit,
      figures: [figure, unit, urgentFigure, urgentUnit],
      end: ends[end ?? ''],
    }),
  );
  const rules = waits.map((wait) => {
    const { limit, end } = waitRules[wait];
    const unit = unitOf(limit);
    return {
      wait,
      statuses: statusesOf[wait],
      limit,
      figures: [
        String(Reflect.get(standard, limit)),
        unit,
        String(Reflect.get(urgent, limit) ?? Reflect.get(standard, limit)),
        unit,
      ],
      end,
    };
  });
  expect(told).toEqual(rules);
});

/** Written by hand; the test after it holds the first of each against the rules. */
const statusesOf = {
  vouching: ['submitted'],
  dispatch: ['submitted'],
  acceptance: ['submitted', 'dispatched'],
  claim: ['dispatched'],
  completion: ['accepted'],
  call: ['completed'],
  unreachable: ['completed'],
  confirmation: ['completed'],
  answer: ['outside'],
  reply: ['submitted', 'accepted', 'outside'],
};

test('every status but the last waits for something', () => {
  expect(orderStatuses.map((status) => waitOf(inStatus(status)))).toEqual([
    'dispatch',
    'acceptance',
    'completion',
    'confirmation',
    'answer',
    null,
  ]);
  const called = {
    ...inStatus('completed'),
    source: 'phone' as const,
    requester: { ...fresh().requester, openid: null },
  };
  expect(waitOf(called)).toBe('call');
  expect(waitOf({ ...called, triedOn: ['2026-11-24', '2026-11-25', '2026-11-26'] })).toBe('unreachable');
  expect(waitOf({ ...inStatus('dispatched'), status: 'submitted' })).toBe('acceptance');
});

test('the clocks of a seat are told with the policy that bounds them and the move that they make', () => {
  const row = /^\| [^|`]+ \| [^|`]+ \| `(\w+)` ([\d.]+) 小时 \| `(\w+)` \|$/gm;
  expect([...text.matchAll(row)].map(([, limit, figure, move]) => [limit, Number(figure), move])).toEqual([
    ['noShowAfterHours', defaultNoShowAfterHours, 'noShow'],
    ['keepSeatHours', defaultKeepSeatHours, 'passSeat'],
  ]);
});
