import { wallClock } from '../../time/shanghai';

/** What is printed on the sheet of an order that is handed to somebody outside. */
export const transferText = {
  title: '转办单',
  to: (to: string): string => `转给：${to}`,
  name: '诉求人',
  phone: '联系电话',
  phoneOf: (phone: string, isVerified: boolean): string => (isVerified ? phone : `${phone}（本人说的，没核对过）`),
  private: '是否保密',
  privateOf: (isPrivate: boolean): string => (isPrivate ? '要保密，不要告诉别人' : '不用'),
  address: '事发地点',
  category: '诉求类别',
  categoryOf: (category: string): string => `求助 / ${category}`,
  urgent: '是否紧急',
  urgentOf: (isUrgent: boolean): string => (isUrgent ? '紧急' : '不紧急'),
  source: '来源',
  sourceOf: (isFromCall: boolean): string => (isFromCall ? '打电话到社区' : '扫连心卡'),
  askedAt: '提出时间',
  words: '诉求内容',
  photos: '照片',
  photosOf: (count: number): string => (count === 0 ? '没有' : `${String(count)} 张，在社区，要看请联系`),
  handed: '转办',
  handedOf: (at: Date, by: string): string => `${momentText(at)} ${by}`.trim(),
  note: '转办说明',
  number: '社区单号',
  office: '联系社区',
  answer: '办理答复',
  foot: '上面有诉求人的姓名和电话，只为办这件事用，办完销毁。',
} as const;

/** `2026 年 11 月 28 日 10:05` */
export function momentText(at: Date): string {
  const { year, month, day, minute } = wallClock(at);
  const clock = `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
  return `${String(year)} 年 ${String(month)} 月 ${String(day)} 日 ${clock}`;
}
