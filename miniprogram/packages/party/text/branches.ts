import {
  branchKinds,
  branchPostHats,
  type BranchKind,
  type BranchMember,
  type BranchPostHat,
  type TransferView,
} from '../../../contracts/branch';
import { memberClasses, type MemberClass } from '../../../contracts/passbook';
import type { PersonView } from '../../../contracts/post';
import { choicesOf } from '../../../text/choice';
import { monthDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { className } from '../../../text/passbook/classes';
import { nameApart } from '../../../text/person/name-apart';
import type { SheetContent } from '../../../text/sheet';

/** What a branch has of its own. */
export const branchRule = '每个支部各管各的存折和活动。第一个支部的职务在“社区的地方和职务”里定，别的在这里定。';

const kindNames: Record<BranchKind, string> = {
  community: '社区支部',
  village: '村支部',
  trade: '行业支部',
  unit: '单位支部',
  building: '楼宇支部',
};
export const branchKindName = (kind: BranchKind): string => kindNames[kind];
export const branchKindChoices = choicesOf(branchKinds, kindNames);

const postNames: Record<BranchPostHat, string> = { secretary: '书记', committee: '支部委员' };
export const branchPostName = (hat: BranchPostHat): string => postNames[hat];
export const branchPostChoices = choicesOf(branchPostHats, postNames);

export const ownBranchNote = '我的支部';
export const standardsLine = (isOwn: boolean): string =>
  isOwn ? '到会、没到各记几分：用支部自己定的' : '到会、没到各记几分：用社区定的';

/** How far a standard goes. */
export const standardsRange = (max: number): string =>
  `都是 0 到 ${max} 的整数；特殊党员没到不扣，别人扣的不能比班子成员多`;
export const standardsProblem = '有一格不是整数，看一眼每一类。';
export const standardsRefused = '扣的不能比班子成员多，也不能超过一次活动最多记的分。';

export const transferTitle = (transfer: TransferView): string =>
  `${nameApart(transfer)}，从${transfer.fromName}转到${transfer.toName}`;
export const transferLine = ({ byName, at }: TransferView): string => joinParts(`${byName}提的`, monthDay(at));

export const branchMissing = {
  name: '写上支部的名字',
  member: '选一位党员',
  branch: '选转到哪个支部',
  reason: '写一句为什么转',
  person: '选一位',
  memberClass: '选哪一类，或者不是本支部党员',
  cause: '写一句为什么',
} as const;

/** In the place of a class: somebody is no member of the branch any more. */
export const noMember = 'none';
export const membershipChoices: readonly { readonly value: MemberClass | typeof noMember; readonly text: string }[] = [
  ...memberClasses.map((value) => ({ value, text: className(value) })),
  { value: noMember, text: '不是本支部党员' },
];
/** `青年党员 · 秦月华改的 · 11 月 3 日 · 组织关系转来了`. */
export function memberLine({ memberClass, changed }: BranchMember): string {
  const said = changed ? [`${changed.byName}改的`, monthDay(changed.at), changed.reason] : [];
  return joinParts(memberClass ? className(memberClass) : '', ...said);
}

/** Beside somebody who was found, of whom more than one may have the name. */
export function foundLine({ phone, placeLabel }: PersonView): string {
  return joinParts(phone, placeLabel);
}

export const noPersonFound = '没找到。写名字的开头，或者整个号码。';

const confirmSheet = { choices: [], placeholder: '', requiresWords: false } as const;

/** What is asked once more before it is done. */
export const branchSheets = {
  agree: (name: string): SheetContent => ({
    ...confirmSheet,
    title: `接收${name}`,
    line: '组织关系转到本支部，存折跟着走，以前记的不变。跟谁结的对子就散了。',
    submit: '接收',
  }),
  refuse: (name: string): SheetContent => ({
    ...confirmSheet,
    title: `不接收${name}`,
    line: '组织关系还在原来的支部。',
    submit: '不接收',
  }),
  take: (name: string): SheetContent => ({
    ...confirmSheet,
    title: `免去${name}的职务`,
    line: '这个支部的职务免了，人还在这个支部。',
    submit: '免去',
  }),
} as const;

export const branchResults = {
  created: (name: string): string => `${name}建好了，请一位书记`,
  given: (name: string): string => `定了${name}，过一会儿就戴上帽子`,
  take: '职务免了',
  code: (isOn: boolean): string => (isOn ? '可以扫码签到了' : '只能点名了'),
  standards: '改回社区定的了',
  ownStandards: '支部自己的标准定好了',
  ownPoints: '支部自己的积分规矩定好了',
  member: (name: string): string => `${name}定好了`,
  proposed: (name: string): string => `${name}的事提过去了，等那边答复`,
  agree: '接收了',
  refuse: '没接收',
} as const;
