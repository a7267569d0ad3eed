import type { EntryCause, EntryView, MemberClass, PassbookView, PointUnit, ReversalView, VerifyView } from '../contracts/passbook';
import { bookDate } from './dates';

const unitNames: Record<PointUnit, string> = { organization: '组织生活', service: '服务', courtyard: '楼院长' };
export const unitName = (unit: PointUnit): string => unitNames[unit];

const classNames: Record<MemberClass, string> = { committee: '班子成员', young: '青年党员', senior: '年老党员', special: '特殊党员' };

const causes: Record<EntryCause, string> = {
  order: '帮了忙，居民点了头',
  attended: '到会',
  absent: '缺席',
  organised: '台前组织',
  guided: '幕后指导',
  reversal: '冲正',
  opening: '开户',
  grant: '手工记分',
};

export interface LedgerLine {
  readonly entryId: string;
  readonly day: string;
  /** Where it is not this one. */
  readonly year: string;
  readonly title: string;
  readonly line: string;
  readonly points: string;
  readonly gain: boolean;
  readonly balance: string;
  /** May the owner contest it. */
  readonly contest: boolean;
  /** May a reversal be proposed. */
  readonly canUndo: boolean;
}

/** A typographic minus, as wide as the plus. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');

const contests = { open: '您提了异议，支部正在看', kept: '异议看过，这一笔不变', reversed: '异议成立，已冲正' } as const;

function title(entry: EntryView): string {
  if (entry.cause === 'reversal') return `冲正：${entry.reversal?.reason ?? entry.title}`;
  if (entry.cause === 'opening') return causes.opening;
  return entry.cause === 'order' ? entry.title : `${entry.title}，${causes[entry.cause]}`;
}

function line(entry: EntryView): string {
  if (entry.reversal !== undefined) return `${entry.reversal.by}、${entry.reversal.second}两人复核 · 冲第 ${entry.reversal.ofSequence} 笔`;
  if (entry.contest !== undefined) return contests[entry.contest.state];
  if (entry.reversed) return '已冲正';
  if (entry.cause === 'absent') return '没有请假';
  return entry.cause === 'order' ? causes.order : '';
}

export function ledgerLine(entry: EntryView, mine: boolean, nowMs: number): LedgerLine {
  const contestable = entry.contest === undefined && !entry.reversed && entry.cause !== 'reversal' && entry.cause !== 'opening';
  return {
    entryId: entry.entryId,
    ...bookDate(entry.at, nowMs),
    title: title(entry),
    line: line(entry),
    points: signed(entry.points),
    gain: entry.points > 0,
    balance: entry.balance < 0 ? `−${-entry.balance}` : String(entry.balance),
    contest: mine && contestable && entry.points < 0,
    canUndo: !entry.reversed && entry.cause !== 'reversal' && entry.cause !== 'opening',
  };
}

export interface Book {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  /** The branch that keeps the book, as its round seal breaks it. */
  readonly seal: readonly string[];
  readonly unit: PointUnit;
  readonly units: readonly { readonly value: PointUnit; readonly text: string }[];
  readonly balance: string;
  readonly times: string;
  readonly checkCode: string;
}

const keepers: Record<PointUnit, string> = { organization: '由支部统一保管', service: '居民点头才记', courtyard: '按月凭积分换物' };

/** Three lines at most: whose, which branch, and what it does. */
function seal(branchName: string): string[] {
  const parts = branchName.split(/(?=社区|街道|党支部|党总支|党委)/);
  return parts.length < 3 ? [...parts, '记账'] : parts;
}

export function book(view: PassbookView): Book {
  const memberClass = view.memberClass === undefined ? '' : `${classNames[view.memberClass]} · `;
  return {
    personId: view.personId,
    name: view.name,
    line: memberClass + keepers[view.unit],
    seal: seal(view.branchName),
    unit: view.unit,
    units: view.units.map((unit) => ({ value: unit, text: unitNames[unit] })),
    balance: view.balance < 0 ? `−${-view.balance}` : String(view.balance),
    times: `${view.timesThisYear} 次`,
    checkCode: view.checkCode,
  };
}

const breaks: Record<Extract<VerifyView, { state: 'broken' }>['why'], string> = {
  hash: '内容和校验码对不上',
  sequence: '中间少了一笔',
  balance: '余额加不起来',
  head: '最后一笔和封面对不上',
};

/** Beside the check code, when everything adds up. */
export const soundBook = '账目完整';

/** What checking one book found, as one sentence. */
export function verdict(view: VerifyView): string {
  if (view.state === 'sound') return `${view.entries} 笔都对得上，余额 ${view.balance}，校验码 ${view.checkCode}`;
  return `第 ${view.firstBrokenSequence} 笔起对不上：${breaks[view.why]}`;
}

export interface ReversalRow {
  readonly reversalId: string;
  readonly title: string;
  readonly line: string;
  readonly points: string;
  readonly reason: string;
  readonly mine: boolean;
}

export const reversalRow = (view: ReversalView): ReversalRow => ({
  reversalId: view.reversalId,
  title: `${view.personName} · ${view.title}`,
  line: `${view.proposedBy}提出`,
  points: signed(-view.points),
  reason: view.reason,
  mine: view.mine,
});
