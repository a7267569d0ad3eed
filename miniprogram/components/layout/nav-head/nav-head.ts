/** The first screen's own bar: the hat at the left, one tap from the others. Event: `hats`. */
const barHeight = 44;

function places(): { top: number; height: number; right: number } {
  const { statusBarHeight, windowWidth } = wx.getWindowInfo();
  const menu = wx.getMenuButtonBoundingClientRect();
  const height = menu.height > 0 ? menu.height + 2 * (menu.top - statusBarHeight) : barHeight;
  return { top: statusBarHeight, height: Math.max(barHeight, height), right: windowWidth - menu.left };
}

Component({
  properties: {
    hat: { type: String, value: '' },
    title: { type: String, value: '' },
    red: { type: Boolean, value: false },
    many: { type: Boolean, value: false },
  },
  data: { top: 0, height: barHeight, right: 96 },
  lifetimes: {
    attached() {
      this.setData(places());
    },
  },
  methods: {
    hats() {
      if (this.data.many) this.triggerEvent('hats');
    },
  },
});
