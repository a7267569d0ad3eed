import { record } from '../../record';

const streets = [
  ['后所营', '常青藤'],
  ['西堡', '杨家峪', '义井'],
];

Page({
  data: {
    events: [] as unknown[],
    people: [{ name: '赵慧敏' }, { name: '李建国' }, { name: '王秀兰' }],
    columns: [['东区', '西区'], streets[0] ?? []],
    chosen: [0, 0],
    home: ['山西省', '太原市', '迎泽区'],
    years: [2025, 2026, 2027],
    months: [1, 2, 3, 4, 5, 6],
  },
  record(event: WechatMiniprogram.CustomEvent) {
    record(this, event);
  },
  turned(event: WechatMiniprogram.CustomEvent<{ column: number; value: number }>) {
    record(this, event);
    if (event.detail.column === 0)
      this.setData({ 'columns[1]': streets[event.detail.value] ?? [], chosen: [event.detail.value, 0] });
  },
});
