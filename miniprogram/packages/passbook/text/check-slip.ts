/** A printed slip beside the book: what agrees, and what does not. */
import type { SlipCheckView, SlipFault } from '../../../contracts/slip';
import { pointsText, unitName } from '../../../text/passbook/points';
import { headLine, monthTitle } from './slip';

export const mistyped = '存单码抄错了，请一个字一个字对一遍';
export const notSlip = '这不是存单上的码';

const faults: Readonly<Record<SlipFault, string>> = {
  otherBook: '不是这个人的存单',
  missingLine: '存单上的最后一笔，账上没有了',
  otherLine: '存单上的最后一笔，账上不是这样',
  missingAnchor: '存单上写的那一夜，没有封存',
  otherAnchor: '存单上写的那一夜，封存的不是这个',
  otherSignature: '不是这个社区印的',
};
const remedy = '请把存单拿给支部和督查看。';

/** In large type: whether it agrees. */
export function verdictTitle(wrong: SlipFault | undefined): string {
  return wrong === undefined ? '和账上对得上' : `对不上：${faults[wrong]}`;
}

/** What the paper says, and what was found. */
export function verdictLines(view: SlipCheckView): readonly string[] {
  const { month, sequence, unit, name = '', closing, anchorDay, signed, wrong } = view;
  const whose = unit === undefined ? '' : `${name}\u00a0· ${unitName(unit)}分`;
  return [
    `${monthTitle(month)}，${headLine(sequence)}`,
    whose,
    closing === undefined ? '' : `那时余 ${pointsText(closing)} 分`,
    wrong !== undefined || anchorDay === undefined ? '' : `${anchorDay} 封存过，封存的也是这个`,
    signed ? '扫的码里有签名，是这个社区印的' : '',
    wrong === undefined || wrong === 'otherBook' ? '' : remedy,
  ].filter(Boolean);
}

/** What this phone knows of a line: it saw the same, it saw another, or it saw neither. */
export type Remembered = 'same' | 'other' | 'unknown';

const memories: Readonly<Record<Remembered, string>> = {
  same: '和这台手机上次看到的一样',
  other: '和这台手机上次看到的不一样',
  unknown: '这台手机没看过这一笔',
};

/** Without a network: what the phone tells by itself. */
export function offlineTitle(remembered: Remembered): string {
  return remembered === 'other' ? `对不上：${memories.other}` : '码没有抄错';
}

export function offlineLines(month: string, sequence: number, remembered: Remembered): readonly string[] {
  const memory = remembered === 'other' ? remedy : memories[remembered];
  return [`${monthTitle(month)}，${headLine(sequence)}`, memory, '没连上网，账上的还没查；连上了再验一遍。'];
}
