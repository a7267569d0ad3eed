/** The lines of a passbook, and its cover. */
import type {
  BookFault,
  ContestView,
  EntryView,
  MemberClass,
  PassbookView,
  PointUnit,
  ReversalView,
  VerifyView,
} from '../../../contracts/passbook';
import { bookDate, fullDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { causeNames } from '../../../text/passbook/causes';
import { className } from '../../../text/passbook/classes';
import { pointsText, unitName } from '../../../text/passbook/points';

/** What ran out together: `2025-10`, of a month and before, or `2026`, of a year. */
function lotText(lot: string): string {
  const [year = '', month] = lot.split('-');
  return month === undefined ? `${year} 年没留到下一年的` : `${year} 年 ${Number(month)} 月和以前记的`;
}

/** `主题党日，缺席`; an order speaks for itself. */
export function entrySubject({ title, cause }: Pick<EntryView | ReversalView, 'title' | 'cause'>): string {
  if (cause === 'opening') return `老存折转来：${title}`;
  if (cause === 'grant') return `${causeNames.grant}：${title}`;
  if (cause === 'expired') return `${causeNames.expired}：${lotText(title)}`;
  return cause === 'order' ? title : `${title}，${causeNames[cause]}`;
}

export function entryTitle(entry: EntryView): string {
  if (entry.cause === 'correction') return `更正：${entry.title}`;
  return entry.cause === 'reversal' ? `冲正：${entry.reversal?.reason ?? entry.title}` : entrySubject(entry);
}

/** The day of an entry within a sentence: `10-16`, and the year before it where it is not this one. */
export function entryDay(iso: string, nowMs: number): string {
  const { day, year } = bookDate(iso, nowMs);
  return year === '' ? day : `${year}-${day}`;
}

/** While a reversal waits for its second person. */
export const proposedLine = '有人提请冲正，等第二个人签字';

/** Why held points came back: who refused it and why, or that nobody came for it. */
const releaseLine = ({ by, reason, ofSequence }: NonNullable<EntryView['release']>): string => {
  const why = by === '' ? '到期没领' : reason === '' ? '自己退的' : `${by}没给：${reason}`;
  return `${why}\u00a0· 退的是第 ${ofSequence} 笔`;
};

/** What came of an objection, to its owner and to those who answer for the book. */
function contestLine({ state, words = '', answer }: ContestView, isMine: boolean): string {
  const who = isMine ? '您' : '本人';
  if (state === 'open') return isMine ? '您提了异议，支部正在看' : `本人提了异议${words === '' ? '' : `：${words}`}`;
  if (state === 'reversed') return `${who}的异议成立，已冲正`;
  return answer === undefined
    ? `${who}的异议看过，这一笔照旧`
    : `${who}的异议看过，照旧：${answer.words}（${answer.by}）`;
}

const reversalLine = ({ reversal, cause }: EntryView, nowMs: number): string => {
  if (!reversal) return '';
  const { by, second, ofAt, ofSequence } = reversal;
  const verb = cause !== 'correction' ? '冲' : ofSequence === 0 ? '补' : '改';
  const what = `${verb} ${entryDay(ofAt, nowMs)} 一笔`;
  return joinParts(`${signerName(by)}、${signerName(second)}两人复核`, what);
};

/** Who signed, as they are named while their name stands. */
export function signerName(name: string): string {
  return name === '' ? '抹了名字的人' : name;
}

/** When it happened, where it was written later; behind what else there is to say. */
export function entryLine(entry: EntryView, isMine: boolean, nowMs: number): string {
  const line = plainLine(entry, isMine, nowMs);
  const { effectiveOn } = entry;
  if (effectiveOn === undefined) return line;
  const happened = `${entryDay(`${effectiveOn}T12:00:00+08:00`, nowMs)} 的事`;
  return line === '' ? happened : `${happened}，${line}`;
}

function plainLine(entry: EntryView, isMine: boolean, nowMs: number): string {
  const { release, contest, proposed, reversed, cause, byHand } = entry;
  const parts = [
    release === undefined ? '' : releaseLine(release),
    reversalLine(entry, nowMs),
    byHand === undefined ? '' : `${signerName(byHand.by)}提的，${signerName(byHand.second)}签的字`,
    contest === undefined ? '' : contestLine(contest, isMine),
    proposed ? proposedLine : '',
  ].filter(Boolean);
  if (parts.length > 0) return parts.join('。');
  if (reversed) return '已冲正';
  if (cause === 'absent') return '没有请假';
  return cause === 'order' ? causeNames.order : '';
}

const ownerNotes: Record<PointUnit, string> = {
  organization: '由支部统一保管',
  service: '居民点头才记',
  courtyard: '按月凭积分换物',
};

/** Under the owner's name: `青年党员 · 由支部统一保管`. */
export function ownerLine(unit: PointUnit, memberClass?: MemberClass): string {
  return memberClass === undefined ? ownerNotes[unit] : `${className(memberClass)}\u00a0· ${ownerNotes[unit]}`;
}

/** Three lines at most: whose, which branch, and what it does; none before the branch wrote anything. */
export function sealLines(branchName: string): string[] {
  if (branchName === '') return [];
  const parts = branchName.split(/(?=社区|街道|党支部|党总支|党委)/);
  return parts.length < 3 ? [...parts, '记账'] : parts;
}

/** What the balance is of: with one book no tab names it. */
export function balanceName(unit: PointUnit, books: number): string {
  return books > 1 ? '存折余额' : `${unitName(unit)}分余额`;
}

/** Above the balance of a day before: `2026 年 10 月 31 日的余额`. */
export function balanceOn(day: string): string {
  return `${fullDay(`${day}T12:00:00+08:00`)}的余额`;
}

/** Under the balance of a day: which day counts, and whether the other one says something else. */
export function effectiveLine({ effective }: Pick<PassbookView, 'effective'>): string {
  if (effective === undefined) return '';
  if (effective.later === 0) return '按记账的日子算；按发生的日子算，也是这么多。';
  const balance = pointsText(effective.balance);
  return `按记账的日子算；按发生的日子算是 ${balance} 分，有 ${effective.later} 笔是后来才记上的。`;
}

export function timesThisYear(times: number): string {
  return `${times} 次`;
}

/** Beside the check code, when everything adds up. */
export const soundBook = '账目完整';

/** In the same place, while the lines of an open book are checked. */
export const checkingBook = '正在核对';

/** In an open book that a night found wanting. */
export function alarmInBook({ sequence, day }: { readonly sequence: number; readonly day: string }): string {
  const where = sequence > 0 ? `第 ${sequence} 笔` : '有一处';
  return `${where}和 ${day} 的底账对不上，支部和督查已经知道，正在查。`;
}

/** How far a check came that goes on, or broke off. */
export function checkedUpTo(entries: number): string {
  return `核对到第 ${entries} 笔`;
}

const breaks: Readonly<Record<BookFault, string>> = {
  form: '写法不认识',
  sequence: '中间少了一笔',
  accounts: '分的来去对不上',
  balance: '余额加不起来',
  count: '次数跟每一笔对不上',
  hash: '内容和校验码对不上',
  words: '名字或者原话被改过',
  source: '和点单、活动或者冲正的记录对不上',
  missing: '点单、活动或者冲正说记过，本子上没有',
  annotation: '旁边注的和记录对不上',
  shrunk: '比每日封存时少了',
  anchor: '和每日封存的不一样',
  head: '最后一笔和封面对不上',
};

/** What checking one book found, as one sentence. */
export function verificationResult(view: VerifyView): string {
  if (view.state === 'partly') return checkedUpTo(view.entries);
  if (view.state === 'sound')
    return `${view.entries} 笔都对得上，余额 ${pointsText(view.balance)}，校验码 ${view.checkCode}`;
  return `第 ${view.firstBrokenSequence} 笔起对不上：${breaks[view.why]}`;
}
