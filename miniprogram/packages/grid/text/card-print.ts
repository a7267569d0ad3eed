import type { GridCoverageView } from '../../../contracts/card';
import type { CardSelection, FileTaskView, PrintCheckView, PrintProduct, TaskNote } from '../../../contracts/file';
import type { Choice } from '../../../text/choice';
import { dayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { gridTitle } from '../../../text/person/hats';

export const selectionChoices: Choice<CardSelection>[] = [
  { value: 'toPrint', text: '还没印的、要重印的' },
  { value: 'all', text: '全部再印一遍' },
];

export const productChoices: Choice<PrintProduct>[] = [
  { value: 'cards', text: '连心卡' },
  { value: 'plates', text: '门牌' },
  { value: 'vests', text: '马甲名单' },
  { value: 'homeSigns', text: '党员中心户的牌子' },
  { value: 'tokens', text: '给印刷厂的表' },
];

export const kindChoices: Choice<'courtyard' | 'household'>[] = [
  { value: 'courtyard', text: '每个院一张' },
  { value: 'household', text: '每一户一张' },
];

const reasons: Record<TaskNote['reason'], (note: TaskNote) => string> = {
  'no-worker-number': ({ subject }) => `${subject}没有网格员的电话，印不了。先把电话补上；刚定的人，过十分钟再印。`,
  'no-office-number': ({ subject }) => `${subject}没有办公室的电话，印不了。先把电话补上。`,
  'no-glyph': ({ subject, characters = '' }) => `${subject}有字印不出来：${characters}。请印刷厂代做。`,
};

export function noteLine(note: TaskNote): string {
  return reasons[note.reason](note);
}

export function checkLine({ cards, hasMore, notes }: PrintCheckView): string {
  if (cards === 0) return '这里没有要印的卡';
  const count = hasMore ? `先看了前 ${cards} 张` : `一共 ${cards} 张`;
  return notes.length === 0 ? `${count}，都能印` : `${count}，下面这些印不了`;
}

/** What became of work that goes on by itself. */
export function taskLine({ kind, state, progress, fileIds }: FileTaskView): string {
  const what = kind === 'issue-cards' ? `发了 ${progress} 张` : `印好 ${progress} 张`;
  if (state === 'failed') return '没做成，过一会儿再试一次';
  if (state === 'waiting') return `${what}，剩下的自己接着做，可以先离开这一页`;
  if (kind === 'issue-cards') return progress === 0 ? '都有卡了，不用再发' : what;
  return fileIds.length === 0 ? '没有印出来的' : `${what}，分成 ${fileIds.length} 个文件，一天以后删掉`;
}

export function fileLabel(index: number): string {
  return `第 ${index + 1} 个文件`;
}

export const copiedLine = '链接复制好了，十分钟内在电脑上打开';
export const deletedLine = '这个文件已经删了，再印一遍就有';
export const openFailedLine = '文件没打开，再试一次';

/** `红色网格`, `院 10/12 · 户 51/60`. */
export function coverageTitle({ gridName, colour }: GridCoverageView): string {
  return gridTitle(gridName, colour);
}

export function coverageLine({ courtyards, households, countedAt }: GridCoverageView): string {
  const counted = `院 ${courtyards.withCard}/${courtyards.total}`;
  return joinParts(counted, `户 ${households.withCard}/${households.total}`, `${dayTime(countedAt)} 数的`);
}

export function withoutLine({ without }: GridCoverageView): string {
  return without.length === 0 ? '' : `还没有卡：${without.slice(0, 5).join('、')}${without.length > 5 ? ' 等' : ''}`;
}
