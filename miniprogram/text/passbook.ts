import type {
  ContestView,
  EntryCause,
  EntryView,
  MemberClass,
  PassbookView,
  PointUnit,
  VerifyView,
} from '../contracts/passbook';
import { bookDate } from './dates';

const unitNames: Record<PointUnit, string> = { organization: '组织生活', service: '服务', courtyard: '楼院长' };
export const unitName = (unit: PointUnit): string => unitNames[unit];

const classNames: Record<MemberClass, string> = {
  committee: '班子成员',
  young: '青年党员',
  senior: '年老党员',
  special: '特殊党员',
};

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
  readonly mayContest: boolean;
  readonly mayPropose: boolean;
  readonly mayUphold: boolean;
}

/** A typographic minus, as wide as the plus. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');

/** A sum as a book writes it. */
export const sum = (points: number): string => (points < 0 ? `−${-points}` : String(points));

/** `主题党日，缺席`; an order speaks for itself. */
export function what({ title, cause }: Pick<EntryView, 'title' | 'cause'>): string {
  if (cause === 'opening') return causes.opening;
  return cause === 'order' ? title : `${title}，${causes[cause]}`;
}

const title = (entry: EntryView): string =>
  entry.cause === 'reversal' ? `冲正：${entry.reversal?.reason ?? entry.title}` : what(entry);

/** The day of a line within a sentence: `10-16`, and the year before it where it is not this one. */
export function lineDay(iso: string, nowMs: number): string {
  const { day, year } = bookDate(iso, nowMs);
  return year === '' ? day : `${year}-${day}`;
}

/** While an undo waits for its second person. */
const proposedLine = '有人提请冲正，等第二个人签字';

/** What came of an objection, to its owner and to those who keep the book. */
function contestLine({ state, words = '', answer }: ContestView, mine: boolean): string {
  const who = mine ? '您' : '本人';
  if (state === 'open') return mine ? '您提了异议，支部正在看' : `本人提了异议${words === '' ? '' : `：${words}`}`;
  if (state === 'reversed') return `${who}的异议成立，已冲正`;
  return answer === undefined
    ? `${who}的异议看过，这一笔照旧`
    : `${who}的异议看过，照旧：${answer.words}（${answer.by}）`;
}

function line(entry: EntryView, mine: boolean, nowMs: number): string {
  const { reversal, contest } = entry;
  const said = [
    reversal === undefined
      ? ''
      : `${reversal.by}、${reversal.second}两人复核 · 冲 ${lineDay(reversal.ofAt, nowMs)} 一笔`,
    contest === undefined ? '' : contestLine(contest, mine),
    entry.proposed ? proposedLine : '',
  ].filter(Boolean);
  if (said.length > 0) return said.join('。');
  if (entry.reversed) return '已冲正';
  if (entry.cause === 'absent') return '没有请假';
  return entry.cause === 'order' ? causes.order : '';
}

export function ledgerLine(entry: EntryView, mine: boolean, nowMs: number): LedgerLine {
  const { entryId, points, balance, mayContest, mayPropose, mayUphold } = entry;
  return {
    entryId,
    ...bookDate(entry.at, nowMs),
    title: title(entry),
    line: line(entry, mine, nowMs),
    points: signed(points),
    gain: points > 0,
    balance: sum(balance),
    mayContest,
    mayPropose,
    mayUphold,
  };
}

/** A line that was just proposed to be undone, before the book is read again. */
export const withProposal = (shown: LedgerLine): LedgerLine => ({
  ...shown,
  line: proposedLine,
  mayPropose: false,
  mayUphold: false,
});

export interface Book {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  /** The branch that keeps the book, as its round seal breaks it. */
  readonly seal: readonly string[];
  readonly unit: PointUnit;
  readonly units: readonly { readonly value: PointUnit; readonly text: string }[];
  /** What the balance is of: with one book no tab says it. */
  readonly balanceName: string;
  readonly balance: string;
  readonly times: string;
  /** '' where nothing was sealed yet. */
  readonly checkCode: string;
}

const keepers: Record<PointUnit, string> = {
  organization: '由支部统一保管',
  service: '居民点头才记',
  courtyard: '按月凭积分换物',
};

/** Three lines at most: whose, which branch, and what it does; none before the branch wrote anything. */
function seal(branchName: string): string[] {
  if (branchName === '') return [];
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
    balanceName: view.units.length > 1 ? '存折余额' : `${unitNames[view.unit]}分余额`,
    balance: sum(view.balance),
    times: `${view.countThisYear} 次`,
    checkCode: view.checkCode ?? '',
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
  if (view.state === 'sound') return `${view.entries} 笔都对得上，余额 ${sum(view.balance)}，校验码 ${view.checkCode}`;
  return `第 ${view.firstBrokenSequence} 笔起对不上：${breaks[view.why]}`;
}
