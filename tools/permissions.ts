/**
 * `node --import tsx tools/permissions.ts`: prints the permission table into docs/permissions.md, which a test holds
 * against the table.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { permissions, scopeOf } from '../cloudfunctions/core/access/permissions';
import type { Scope } from '../cloudfunctions/core/access/permission-rows';
import type { EndpointName } from '../miniprogram/contracts/api';
import { hats } from '../miniprogram/contracts/hat';
import { hatName } from '../miniprogram/text/person/hats';
import { isEntry } from './entry';

export const permissionsFile = path.resolve(__dirname, '../docs/permissions.md');

const scopeWords: Readonly<Record<Scope, string>> = {
  none: '·',
  own: '本人',
  household: '本户',
  courtyard: '本院',
  lane: '本巷',
  section: '本片',
  grid: '本网格',
  community: '全社区',
  employer: '本单位',
};

const parts: readonly (readonly [title: string, prefix: string])[] = [
  ['连心卡', 'card.'],
  ['地方', 'place.'],
  ['驿站和爱心商户', 'station.'],
  ['小哥的站点', 'site.'],
  ['首页', 'home.'],
  ['本人', 'person.'],
  ['消息', 'message.'],
  ['点单、派单、接单', 'order.'],
  ['红色存折', 'passbook.'],
  ['组织生活', 'activity.'],
  ['积分换物', 'reward.'],
  ['文件', 'file.'],
];

const intro = `# 谁能做什么

这张表由 \`cloudfunctions/core/*/permissions.ts\` 各写各的，由 \`core/access/permissions.ts\` 合起来打印
（\`node --import tsx tools/permissions.ts\`），测试逐格核对。
表里没有的，一律不许。每次调用，云函数都按此人正戴着的那顶帽子查表；戴哪几顶帽子由职务和登记决定，不由手机说了算。

格子里写的是管多宽：${Object.values(scopeWords)
  .slice(1)
  .map((word) => `「${word}」`)
  .join('')}，「·」是不许。宽的包含窄的，本人的事总归是本人的。
「全社区」只指本人所在的社区，看不到别的社区。居民的帽子戴在自家院上，所以「本院」对居民就是同院的邻居。
`;

/** The document, whole. */
export function permissionsDocument(): string {
  return [intro, ...parts.map(([title, prefix]) => `## ${title}\n\n${tableOf(prefix)}\n`)].join('\n');
}

function tableOf(prefix: string): string {
  const endpoints = Object.keys(permissions).filter((name): name is EndpointName => name.startsWith(prefix));
  const header = ['', ...hats.map((hat) => hatName(hat))];
  const rows = endpoints.map((name) => [`\`${name}\``, ...hats.map((hat) => scopeWords[scopeOf(hat, name)])]);
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

if (isEntry(__filename)) writeFileSync(permissionsFile, permissionsDocument());
