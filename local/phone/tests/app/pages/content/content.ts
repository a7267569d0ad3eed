import { record } from '../../record';

Page({
  data: {
    events: [] as unknown[],
    broken: false,
    percent: 35,
    icons: ['success', 'success_no_circle', 'info', 'warn', 'waiting', 'cancel', 'clear', 'download', 'search'],
    nodes: [
      { name: 'h2', attrs: { class: 'rich-title' }, children: [{ type: 'text', text: '标题 &lt;一&gt;' }] },
      { name: 'script', children: [{ type: 'text', text: 'globalThis.broken = true' }] },
      { name: 'p', attrs: { style: 'padding: 20rpx; color: #b9161c' }, children: [{ type: 'text', text: '一段话' }] },
    ],
    markup: [
      '<div onclick="globalThis.broken = true">甲 乙<img src="/images/wide.png" onerror="globalThis.broken = true">',
      '<a href="javascript:void 0">链</a><script>globalThis.broken = true</script></div>',
    ].join(''),
  },
  record(event: WechatMiniprogram.CustomEvent) {
    record(this, event);
  },
});
