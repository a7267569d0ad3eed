import { namedLists } from '../../../../miniprogram/contracts/export';
import { exportNumber, type Export } from '../document/export';
import { postWord } from '../../place/text/post-words';
import { headers, listNames, numberHeader, sortNames } from './labels';
import { timeText } from './times';
import { postHats } from '../../../../miniprogram/contracts/hat';

/** What stands over the rows of an export, on each of them, and under them. */
export interface SheetFrame {
  readonly title: string;
  readonly head: readonly string[];
  readonly headers: readonly string[];
  readonly number: string;
  readonly foot: string;
}

/** The head says what was asked for, of which zone times are, who took it out, when; each line has its number. */
export function sheetFrame(one: Export, digest?: string): SheetFrame {
  const { communityName, list, grid, month, phones, sort, reason, rows } = one;
  const isNamed = namedLists.some((name) => name === list);
  const filter = [
    one.employer?.name ?? (grid ? grid.name : '全社区'),
    ...(month === null
      ? []
      : [`${month.replace('-', ' 年 ').replace(' 0', ' ')} 月${list === 'orders' ? '提的' : ''}`]),
    phones === 'masked' ? '电话遮住中间' : `电话全号（${reason ?? ''}）`,
    ...(isNamed ? [sortNames[sort]] : []),
  ].join('，');
  const number = exportNumber(one);
  const title = `${communityName} ${listNames[list]}`;
  return {
    title,
    head: [
      title,
      `筛选：${filter}。共 ${rows} 行`,
      '时间：北京时间（UTC+8）',
      `${takenBy(one)}，编号 ${number}。只用于社区工作，不得外传`,
      ...(digest === undefined ? [] : [`校验码：${digest}（所有行一起算的 SHA-256）`]),
    ],
    headers: [...headers[list], numberHeader],
    number,
    // The sign by which an import knows a note, should the file come in again.
    foot: `※ ${takenBy(one)}，编号 ${number}`,
  };
}

function takenBy({ by, createdAt }: Export): string {
  const hat = postHats.find((one) => one === by.hat);
  return `${by.name}${hat ? `（${postWord(hat)}）` : ''} ${timeText(createdAt)} 导出`;
}

/** What the file is called. */
export function fileName({ communityName, list, createdAt, format }: Export): string {
  return `${communityName}${listNames[list]}${timeText(createdAt).slice(0, 10)}.${format}`;
}
