/**
 * `node --import tsx tools/permissions.ts`: prints the permission table into docs/permissions.md, which a test holds
 * against the table.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { permissions, scopeOf } from '../cloudfunctions/core/access/permissions';
import { freeTexts, type TextReader } from '../cloudfunctions/core/access/free-texts';
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
  branch: '本支部',
  community: '全社区',
  employer: '本单位',
};

const parts: readonly (readonly [title: string, prefix: string])[] = [
  ['连心卡', 'card.'],
  ['地方', 'place.'],
  ['职务', 'post.'],
  ['党员的单位', 'employer.'],
  ['社区体检', 'finding.'],
  ['驿站和爱心商户', 'station.'],
  ['小哥的站点', 'site.'],
  ['在职党员报到', 'enrolment.'],
  ['走访', 'visit.'],
  ['搬来、搬走', 'residence.'],
  ['首页', 'home.'],
  ['本人', 'person.'],
  ['消息', 'message.'],
  ['点单、派单、接单', 'order.'],
  ['急事和生病', 'alert.'],
  ['红色存折', 'passbook.'],
  ['组织生活', 'activity.'],
  ['支部', 'branch.'],
  ['导师带徒', 'mentor.'],
  ['月考评', 'review.'],
  ['表扬', 'recognition.'],
  ['走访和帮扶', 'help.'],
  ['月报', 'brief.'],
  ['规矩', 'policy.'],
  ['我留下的资料', 'privacy.'],
  ['投诉和建议', 'complaint.'],
  ['志愿小分队', 'team.'],
  ['积分换物', 'reward.'],
  ['开通社区', 'setup.'],
  ['文件', 'file.'],
  ['导入名册', 'import.'],
  ['导出名册', 'export.'],
];

const readerWords: Readonly<Record<TextReader, string>> = {
  requester: '点单人',
  assignee: '去办的人',
  offered: '被派、还没答复的人',
  asked: '先前被派过的人',
  pool: '能认领心愿的人',
  joined: '「算我一个」的邻居',
  neighbours: '同院核过号码的居民（只见标题）',
  complaintReceiver: '答复的书记（说书记、支委的，是督查员）',
  observers: '照看这一处的楼院长、街巷长、党小组组长、督查员',
  visitors: '走访这一户的街巷长、楼院长、网格员、网格长',
  staff: '管这一处单子的网格员、网格长、支部委员、书记',
  branch: '能看组织生活的人',
  branchKeepers: '支部的党小组组长、委员、书记（帮扶的事，帮的人也看得到）',
  activityKeepers: '登记组织生活的人和督查员',
  subject: '本人',
  bookkeepers: '支部委员、书记',
  employers: '党员所在单位的人',
  bookReaders: '支部委员、书记、督查员',
  branchReaders: '支部委员、书记、督查员、管理员',
  stockKeepers: '管货架的网格员、网格长、支部委员、书记',
  residents: '社区里登录了的人（管理员除外）',
  signedIn: '社区里登录了的人',
  everybody: '所有人，访客也在内',
};

const textsIntro = `## 写的话给谁看

每个能写一句话的地方，写给谁，谁才看得到（\`cloudfunctions/core/access/free-texts.ts\`）。写的人自己总归知道。
不公开的单子，工作人员里只有网格员和书记看得到，旁人一概看不到。测试在每一处写下不同的话，再用每顶帽子去读，逐行核对。
`;

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
  const tables = parts.map(([title, prefix]) => `## ${title}\n\n${tableOf(prefix)}\n`);
  return [intro, ...tables, `${textsIntro}\n${textsTable()}\n`].join('\n');
}

function textsTable(): string {
  const rows = Object.entries(freeTexts).map(([field, readers]) => {
    const words = readers.map((reader) => readerWords[reader]).join('；');
    return `| 「${field}」 | ${words === '' ? '只存档或只用来比较，哪一页也不显示' : words} |`;
  });
  return ['| 哪里写的 | 谁看得到 |', '| --- | --- |', ...rows].join('\n');
}

function tableOf(prefix: string): string {
  const endpoints = Object.keys(permissions).filter((name): name is EndpointName => name.startsWith(prefix));
  const header = ['', ...hats.map((hat) => hatName(hat))];
  const rows = endpoints.map((name) => [`\`${name}\``, ...hats.map((hat) => scopeWords[scopeOf(hat, name)])]);
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

if (isEntry(__filename)) writeFileSync(permissionsFile, permissionsDocument());
