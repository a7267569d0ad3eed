import type { GridColour } from '../../../../miniprogram/contracts/hat';

const colours: Readonly<Record<GridColour, string>> = {
  red: '红色',
  yellow: '黄色',
  blue: '蓝色',
  green: '绿色',
  purple: '紫色',
};

/** A grid's name with its colour in words, unless the name says it. */
export function gridTitle(gridName: string, colour: GridColour | undefined): string {
  const word = colourWord(colour);
  return word === '' || gridName.includes(word) ? gridName : `${gridName} · ${word}`;
}

export function colourWord(colour: GridColour | undefined): string {
  return colour === undefined ? '' : colours[colour];
}

/** What is printed on cards and door plates beside names and numbers. */
export const cardWords = {
  worker: '网格员',
  office: '社区办公室',
  scan: '扫一扫找网格员',
  type: '扫不了，在小程序里输这串号',
  printed: (day: string): string => `${day} 印`,
} as const;

/** Of the sign of a party member's home that is open to neighbours. */
export const homeSignWords = { title: '党员中心户', line: '有事请敲门' } as const;

/** Of the list of vests. */
export const vestWords = {
  title: (community: string): string => `${community} · 服务队伍马甲`,
  columns: ['序号', '姓名', '岗位', '地方', '马甲颜色', '领取人签字'],
} as const;

/** The head of the table for a print shop. */
export const tokenColumns = [
  '卡号',
  '码',
  '社区',
  '网格',
  '颜色',
  '地方',
  '网格员',
  '网格员电话',
  '社区办公室电话',
  '大小',
] as const;

export const sizeWords = { normal: '普通', large: '大字' } as const;
