/** What the page of exports says. */
import {
  exportFormats,
  exportSorts,
  phoneForms,
  type ExportFormat,
  type ExportList,
  type ExportSort,
  type ExportView,
  type PhoneForm,
} from '../../../contracts/export';
import { choicesOf, type Choice } from '../../../text/choice';
import { dayTime, monthNumber } from '../../../text/dates';
import { joinParts } from '../../../text/join';

export const listNames: Readonly<Record<ExportList, string>> = {
  residents: '居民',
  members: '报到党员',
  posts: '职务',
  orders: '单子',
  needs: '群众需求台账',
  cards: '连心卡',
  coverage: '连心卡覆盖',
  reviewNumbers: '月考评（数）',
  reviewTexts: '月考评（评语）',
  commendations: '表扬名单',
};

const sorts: Readonly<Record<ExportSort, string>> = { pinyin: '按姓的读音排', strokes: '按姓氏笔画排' };
export const sortChoices: readonly Choice<ExportSort>[] = choicesOf(exportSorts, sorts);

const formats: Readonly<Record<ExportFormat, string>> = { xlsx: 'Excel、WPS', csv: 'CSV' };
export const formatChoices: readonly Choice<ExportFormat>[] = choicesOf(exportFormats, formats);

const phones: Readonly<Record<PhoneForm, string>> = { masked: '电话遮住中间', whole: '电话写全' };
export const phoneChoices: readonly Choice<PhoneForm>[] = choicesOf(phoneForms, phones);

export const allGrids = '全社区';
export const allMonths = '所有月份';
/** `2026-11` → `2026 年 11 月` */
export const monthName = (month: string): string => `${month.slice(0, 4)} 年 ${monthNumber(month)} 月`;

/** `居民，红色网格`. */
export function exportTitle({ list, gridName, month }: ExportView): string {
  return [listNames[list], gridName, month === undefined ? undefined : monthName(month)]
    .filter((part) => part !== undefined)
    .join('，');
}

/** How far it is, or how much is in it. */
export function exportLine({ state, rows, format, phones: form, createdAt, deletedAt, digest }: ExportView): string {
  const progress = {
    working: rows === 0 ? '正在读' : `正在读，读了 ${rows} 行`,
    done: deletedAt === undefined ? `${rows} 行，文件已删` : `${rows} 行`,
    failed: '没导成，请再导一次',
  } as const;
  return joinParts(
    progress[state],
    formats[format],
    form === 'whole' ? phones.whole : '',
    dayTime(createdAt),
    digest ? `校验码 ${digest}` : '',
  );
}

/** A spreadsheet is shown by the phone; a text file is sent to a conversation. */
export const fileActions: Readonly<Record<ExportFormat, string>> = { xlsx: '打开', csv: '发到聊天' };

export const problems = { reason: '请写上为什么要全号', openFailed: '没打开，过一会儿再试' } as const;

/** Without a month: all of them; of reviews the newest that was confirmed. */
export const allOf = (list: ExportList): string => (list === 'orders' ? allMonths : '最近定下的一个月');
