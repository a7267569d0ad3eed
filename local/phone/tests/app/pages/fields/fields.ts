import { record } from '../../record';

Page({
  data: { events: [] as unknown[], text: '', typed: '', focus: false, auto: false, long: '' },
  record(event: WechatMiniprogram.CustomEvent) {
    record(this, event);
  },
  upper(event: WechatMiniprogram.Input) {
    return event.detail.value.toUpperCase();
  },
});
