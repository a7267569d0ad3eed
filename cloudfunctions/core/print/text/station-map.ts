/** What is printed on the palm-size map and on the sign of a shop. */
export const mapText = {
  title: '小哥驿站地图',
  promise: '骑车 15 分钟，有水有电有厕所',
  legend: { station: '驿站', shop: '爱心商户' },
  howTo: '和地图上一样的号码。开门时间有变化，扫驿站门口的码。',
  made: (day: string): string => `${day} 印`,
  sheet: (number: number, count: number): string => `第 ${number} 张，共 ${count} 张`,
} as const;

export const signText = {
  title: '爱心商户',
  lines: ['小哥累了进来歇歇', '渴了喝口水，急了用厕所'],
  scan: '扫一扫，看几点开门；到了不对，也在这里说',
} as const;
