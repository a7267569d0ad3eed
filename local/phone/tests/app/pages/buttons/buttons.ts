import { record } from '../../record';

Page({
  data: { events: [] as unknown[] },
  record(event: WechatMiniprogram.CustomEvent) {
    record(this, event);
  },
  onShareAppMessage() {
    return { title: '一张连心卡', path: '/pages/target/target?from=share', imageUrl: '/images/wide.png' };
  },
});
