export interface Counter {
  readonly value: string;
  readonly text: string;
  /** Absent where nothing was counted. */
  readonly count: number | '';
}

const none: Counter[] = [];

/** Counts that are the filter. Event: `choose` with `value`. */
Component({
  properties: {
    counters: { type: Array, value: none },
    value: { type: String, value: '' },
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { value: string }>) {
      this.triggerEvent('choose', { value: event.currentTarget.dataset.value });
    },
  },
});
