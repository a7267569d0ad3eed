import { record } from '../../record';

Page({
  data: { events: [] as unknown[], range: ['甲', '乙', '丙'], on: false },
  record(event: WechatMiniprogram.CustomEvent) {
    record(this, event);
  },
});
