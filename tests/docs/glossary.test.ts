import { readFileSync } from 'node:fs';
import path from 'node:path';
import { permissions } from '../../cloudfunctions/core/access/permissions';
import { activityKinds, attendanceStates } from '../../miniprogram/contracts/activity';
import { hats } from '../../miniprogram/contracts/hat';
import { messageKinds } from '../../miniprogram/contracts/message';
import {
  clockActions,
  orderActions,
  orderKinds,
  orderOutcomes,
  orderStatuses,
  queueFilters,
} from '../../miniprogram/contracts/order';
import { entryCauses, pointUnits } from '../../miniprogram/contracts/passbook';
import { placeKinds } from '../../miniprogram/contracts/place';
import { activityKindName } from '../../miniprogram/packages/branch/text/activity-names';
import { queueNames } from '../../miniprogram/text/order/lists';
import { actionName, statusName } from '../../miniprogram/text/order/names';
import { unitName } from '../../miniprogram/text/passbook/points';
import { hatName } from '../../miniprogram/text/person/hats';

const glossary = readFileSync(path.resolve(__dirname, '../../docs/glossary.md'), 'utf8');

/** What stands in the glossary under a heading: the words that users read, by code. */
function rowsUnder(heading: string): ReadonlyMap<string, string> {
  const section = glossary.split('\n## ').find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const rows = section.matchAll(/^\| [^|]+ \| `([\w-]+)` \| ([^|]+) \|$/gm);
  return new Map(Array.from(rows, ([, code = '', read = '']) => [code, read]));
}

const nouns = [...new Set(Object.keys(permissions).map((name) => name.split('.')[0] ?? ''))];

describe('docs/glossary.md', () => {
  it.each<[string, readonly string[]]>([
    ['名词', nouns],
    ['帽子', hats],
    ['单子的种类、状态、结果', [...orderKinds, ...orderStatuses, ...orderOutcomes]],
    ['动作', [...orderActions, ...clockActions]],
    ['队列', queueFilters],
    ['积分', [...pointUnits, ...entryCauses]],
    ['活动的种类、点到的状态', [...activityKinds, ...attendanceStates]],
    ['地方的种类', placeKinds],
    ['消息的种类', messageKinds],
  ])('has every word of the contracts under %s', (heading, codes) => {
    const rows = rowsUnder(heading);
    expect(codes.filter((code) => !rows.has(code))).toEqual([]);
  });

  it.each<[string, readonly string[], (code: never) => string]>([
    ['帽子', hats, hatName],
    ['单子的种类、状态、结果', orderStatuses, (status) => statusName({ status }, 'resident')],
    ['动作', orderActions, (action) => actionName(action, { kind: 'service' })],
    ['队列', queueFilters, (filter) => queueNames[filter]],
    ['积分', pointUnits, unitName],
    ['活动的种类、点到的状态', activityKinds, activityKindName],
  ])('says what users read under %s', (heading, codes, nameOf) => {
    const rows = rowsUnder(heading);
    expect(codes.map((code) => [code, rows.get(code)])).toEqual(codes.map((code) => [code, nameOf(code as never)]));
  });
});
