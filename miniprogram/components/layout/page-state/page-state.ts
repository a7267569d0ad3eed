import { tabs } from '../../../routes';

/**
 * What a page shows when it has nothing of its own to show. `phase`: loading (grey rows where the lines will be),
 * empty, ready (nothing), or why it cannot be shown (page/phase.ts), each with the way on that helps. Event: `retry`,
 * where asking again can. `stale` stands over a ready page that could not be read again.
 */
Component({
  properties: {
    phase: { type: String, value: 'loading' },
    problem: String,
    stale: String,
    empty: String,
    hint: String,
    rows: { type: Number, value: 3 },
  },
  data: { isFirst: false },
  observers: {
    phase(phase: string) {
      if (phase === 'notFound') this.setData({ isFirst: getCurrentPages().length < 2 });
    },
  },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
    back() {
      wx.navigateBack();
    },
    home() {
      wx.switchTab({ url: tabs.home });
    },
    hats() {
      wx.switchTab({ url: tabs.me });
    },
  },
});
