import { wallClock } from '../../time/shanghai';

/** What is printed on the slip of an order, for somebody without WeChat. */
export const slipText = {
  title: '您的事，社区记下了',
  number: (number: string): string => `单号 ${number}`,
  who: '谁来',
  nobody: '还没定，定了打电话告诉您',
  errand: (name: string): string => `${name}替您去办`,
  when: '什么时候',
  by: (until: Date): string => `最晚 ${momentText(until)}`,
  hours: (from: Date, until: Date): string => `${momentText(from)} 到 ${clockText(until)}`,
  unknown: '有了日子打电话告诉您',
  ended: '这件事收尾了',
  call: '有事打',
  office: '社区办公室',
  papers: '要带的材料',
} as const;

/** `11 月 28 日 10:05` */
function momentText(at: Date): string {
  const { month, day } = wallClock(at);
  return `${month} 月 ${day} 日 ${clockText(at)}`;
}

function clockText(at: Date): string {
  const { minute } = wallClock(at);
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}
