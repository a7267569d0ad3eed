import { record } from '../../record';

Page({
  data: {
    events: [] as unknown[],
    rows: Array.from({ length: 30 }, (_, index) => index),
    slides: ['甲', '乙', '丙'],
    top: 0,
    target: '',
    refreshing: false,
    current: 0,
    circular: false,
    vertical: false,
    autoplay: false,
    lastScroll: null as unknown,
  },
  record(event: WechatMiniprogram.CustomEvent) {
    record(this, event);
  },
  scrolled(event: WechatMiniprogram.CustomEvent) {
    this.setData({ lastScroll: event.detail });
  },
  refresh(event: WechatMiniprogram.CustomEvent) {
    record(this, event);
    this.setData({ refreshing: true });
  },
});
