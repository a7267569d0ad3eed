/** What is kept from others for now, why, and what its author can do about it. */
import {
  hideReasons,
  type CaseState,
  type HideReason,
  type PartKind,
  type WithheldView,
} from '../../contracts/moderation';
import { choicesOf, type Choice } from '../choice';
import { joinParts } from '../join';

const partNames: Record<PartKind, string> = {
  words: '点单的话',
  publicWords: '心愿公开的话',
  photo: '照片',
  evidence: '怎么办好的',
  rating: '评价的话',
};

export function partName(kind: PartKind): string {
  return partNames[kind];
}

const reasons: Record<HideReason, string> = {
  'personal-data': '有别人的名字、电话或门牌',
  portrait: '拍到了人脸',
  abusive: '话说得难听',
  untrue: '和事实对不上',
  advertising: '像广告',
  other: '别的',
};

export const hideChoices: readonly Choice[] = choicesOf(hideReasons, reasons);

const states: Record<CaseState, string> = {
  waiting: '社区看过再公开，不耽误办事',
  hidden: '社区没有公开',
  appealed: '您申诉了，等另一位看',
  shown: '',
};

/** `拍到了人脸`, with what was added; '' where nobody hid it. */
export function hidingReason({ reason, words }: Pick<WithheldView, 'reason' | 'words'>): string {
  if (reason === undefined) return '';
  return joinParts(reason === 'other' && words !== undefined ? '' : reasons[reason], words);
}

/** To its author: how it stands with it, and why. */
export function withheldLine(view: WithheldView): string {
  const reason = hidingReason(view);
  return view.state === 'hidden' && reason !== '' ? `${states.hidden}：${reason}` : states[view.state];
}

/** In the place of words that others do not read for now. */
export const wordsWithheldTitle = '这段话社区看过再公开';
export const appealedLine = '说给社区了，换一位来看';
