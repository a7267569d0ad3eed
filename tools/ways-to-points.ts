/**
 * `node --import tsx tools/ways-to-points.ts`: prints the ways to points into docs/security.md, which a test holds
 * against the table.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { waysToPoints, type Attempt, type Way } from '../cloudfunctions/core/passbook/rules/ways-to-points';
import { isEntry } from './entry';

export const securityFile = path.resolve(__dirname, '../docs/security.md');

const ways: Readonly<Record<Way, string>> = {
  confirmedOrder: '点单，居民在微信里点头',
  calledOrder: '点单，居民没有微信，工作人员打电话问',
  attendance: '到会、台前组织、幕后指导',
  walkIn: '到别的支部听课，自己的支部同意',
  vouchedErrand: '楼院长核实的代办，居民在微信里点头',
  calledErrand: '楼院长核实的代办，工作人员打电话问',
  registeredTenant: '楼院长登记租户，网格确认',
  confirmedVisit: '楼院长走访，被访的人在微信里点头',
  calledVisit: '楼院长走访，工作人员问过点头',
  grant: '手工记分、转进老存折的余额',
  undoneDeduction: '冲掉一笔扣分',
};

type People = (typeof waysToPoints)[Way]['people'][number];
const people: Readonly<Record<People, string>> = {
  requester: '点单的人',
  member: '去办的人',
  verifier: '没经手、打电话问的人',
  head: '核实的楼院长',
  registrar: '登记的楼院长',
  decider: '没登记、没走访、问过的网格员或者支部',
  visited: '被访的人',
  visitor: '走访的楼院长',
  closer: '点到的人',
  signer: '签字的人',
  proposer: '提请的人',
};

const attempts: Readonly<Record<Attempt, string>> = {
  ownOrder: '自己点单自己接',
  secondAccountOwnNumber: '另一个微信号填自己的号码点单',
  secondAccountInventedNumber: '另一个微信号填编的号码点单，自己派给自己',
  ownHousehold: '家里人点单',
  ownPost: '凭自己的岗位办',
  inventedCaller: '替编出来的人点单，自己派，自己打电话问',
  residentWithWeChat: '用有微信的居民的名字和号码点单，自己打电话问',
  pastMeeting: '补登一场开过的会，自己点到，自己签',
  announcedMeeting: '事先排好的会，自己点到，自己签',
  twoMeetingsAtOnce: '同一个时候两场会都点到',
  ownWalkIn: '自己去听的，自己替支部同意',
  walkInOfInventedName: '写一个编出来的人来听课',
  ownErrand: '自己点单，自己核实',
  errandOfOwnNumber: '另一个微信号填自己的号码点单，自己核实、自己办',
  errandOfInventedNumber: '另一个微信号填编的号码点单，自己核实、自己办',
  errandOfOwnHousehold: '家里人点单，自己核实、自己办',
  inventedErrand: '替编出来的人点单，自己核实、自己办、自己打电话问',
  ownRegistration: '自己登记，换一顶帽子自己确认',
  ownVisit: '自己走访自己家，自己点头',
  visitOfOwnNumber: '另一个微信号填自己的号码，点头',
  visitOfInventedNumber: '另一个微信号填编的号码，点头',
  visitOfOwnHousehold: '走访自己家，家里人点头',
  ownVisitAsWorker: '自己走访，换一顶帽子自己点头',
  grantToOneself: '提请给自己记分',
  ownGrant: '提请给别人记分，自己签字',
  grantAboveCap: '一个月提请的分超过上限',
  ownOpening: '提请转进别人的老存折余额，自己签字',
  ownProposal: '自己提请，自己签字',
};

const wayNames: readonly Way[] = [
  'confirmedOrder',
  'calledOrder',
  'attendance',
  'walkIn',
  'vouchedErrand',
  'calledErrand',
  'registeredTenant',
  'confirmedVisit',
  'calledVisit',
  'grant',
  'undoneDeduction',
];

/** The table, one row a way. */
export function waysTable(): string {
  const header = [
    '得分的路',
    '最少几个人',
    '哪几个',
    '一个月的上限（同一对人，手工记分是提请的人）',
    '一个人试什么，得到什么',
  ];
  const rows = wayNames.map((way) => {
    const { smallestGroup, cap } = waysToPoints[way];
    const who: readonly People[] = waysToPoints[way].people;
    const alone: readonly { readonly attempt: Attempt; readonly answer: string }[] = waysToPoints[way].alone;
    return [
      ways[way],
      String(smallestGroup),
      who.map((one) => people[one]).join('、'),
      cap === null ? '—' : `\`${cap}\``,
      alone.map(({ attempt, answer }) => `${attempts[attempt]}：\`${answer}\``).join('；'),
    ];
  });
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const marked = /(<!-- ways to points -->\n)[\s\S]*?(\n<!-- end of ways -->)/;

/** The document with the table as it is now. */
export function withWays(document: string): string {
  return document.replace(marked, (_, begin: string, end: string) => `${begin}\n${waysTable()}\n${end}`);
}

if (isEntry(__filename)) writeFileSync(securityFile, withWays(readFileSync(securityFile, 'utf8')));
