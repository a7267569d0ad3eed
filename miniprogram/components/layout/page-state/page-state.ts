/**
 * What a page shows when it has nothing of its own to show. `phase`: loading (grey places where the lines will be), empty, ready
 * (nothing), or why it cannot be shown (page/phase.ts), each with the way on that helps. Event: `retry`, where asking again can.
 * `stale` stands over a ready page that could not be read again.
 */
Component({
  properties: {
    phase: { type: String, value: 'loading' },
    problem: { type: String, value: '' },
    stale: { type: String, value: '' },
    empty: { type: String, value: '' },
    hint: { type: String, value: '' },
    rows: { type: Number, value: 3 },
  },
  data: { alone: false },
  observers: {
    phase(phase: string) {
      if (phase === 'gone') this.setData({ alone: getCurrentPages().length < 2 });
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
      wx.switchTab({ url: '/pages/home/home' });
    },
    hats() {
      wx.switchTab({ url: '/pages/me/me' });
    },
  },
});
