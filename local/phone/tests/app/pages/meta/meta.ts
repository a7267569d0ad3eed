import { record } from '../../record';

Page({
  data: {
    events: [] as unknown[],
    style: 'color: rgb(0, 51, 102)',
    title: '由数据来的标题',
    top: '',
    shown: false,
    scrolledTo: 0,
  },
  record(event: WechatMiniprogram.CustomEvent) {
    record(this, event);
  },
  scrolled(event: WechatMiniprogram.CustomEvent<{ scrollTop: number }>) {
    this.setData({ scrolledTo: event.detail.scrollTop });
  },
  open() {
    this.setData({ shown: true });
  },
});
