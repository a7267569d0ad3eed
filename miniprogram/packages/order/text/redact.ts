import type { Choice } from '../../../text/choice';

export const redactTexts = {
  nothingDrawn: '先在照片上划出要涂黑的地方',
  full: '涂得够多了，先定下来',
  broken: '照片打不开，回去再进来一次',
  done: '涂黑了，原来的照片删掉了',
  textDone: '涂黑了，原来的话没有了',
} as const;

export function drawnLine(count: number): string {
  return count === 0 ? '手指在照片上划一下，划过的一块就涂黑' : `涂了 ${count} 块`;
}

export function photoChoices(count: number): Choice[] {
  return Array.from({ length: count }, (_, index) => ({ value: String(index), text: `第 ${index + 1} 张` }));
}
