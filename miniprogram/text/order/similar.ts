/** What is said of an open order about the same thing, before another one is made. */
import { ago, timeInSentence } from '../dates';

interface SimilarOrder {
  readonly title: string;
  readonly createdAt: string;
}

export function similarLine({ title, createdAt }: SimilarOrder, nowMs: number): string {
  return `同一个院${timeInSentence(ago(createdAt, nowMs), '有人点过')}“${title}”。`;
}

/** The reader's own order, which is not done yet. */
export function ownLine({ title, createdAt }: SimilarOrder, nowMs: number): string {
  return `您已经有一件还没办完：“${title}”，${timeInSentence(ago(createdAt, nowMs), '点的')}。`;
}

/** Asked where a page has no room to show the order: at most four characters a button. */
export const similarQuestion = { title: '是不是一回事', confirmText: '另一件事', cancelText: '是一回事' } as const;
