/** One to five, each as large as a finger. Event: `choose` with `stars`; `fixed` only shows. */
Component({
  properties: {
    stars: { type: Number, value: 0 },
    fixed: { type: Boolean, value: false },
  },
  data: { places: [1, 2, 3, 4, 5] },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { place: number }>) {
      if (!this.data.fixed) this.triggerEvent('choose', { stars: event.currentTarget.dataset.place });
    },
  },
});
