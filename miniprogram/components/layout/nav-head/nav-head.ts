const barHeight = 44;

/** Where WeChat's own menu leaves room, in pixels. */
function barBounds(): { top: number; height: number; right: number } {
  const { statusBarHeight, windowWidth } = wx.getWindowInfo();
  const menu = wx.getMenuButtonBoundingClientRect();
  const height = menu.height > 0 ? menu.height + 2 * (menu.top - statusBarHeight) : barHeight;
  return { top: statusBarHeight, height: Math.max(barHeight, height), right: windowWidth - menu.left };
}

/** The first screen's own bar: the hat at the left, one tap from the others. Event: `hats`. */
Component({
  properties: { hat: String, title: String, red: Boolean, hasChoice: Boolean },
  data: { top: 0, height: barHeight, right: 96 },
  lifetimes: {
    attached() {
      this.setData(barBounds());
    },
  },
  methods: {
    hats() {
      if (this.data.hasChoice) this.triggerEvent('hats');
    },
  },
});
