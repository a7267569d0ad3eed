interface Leaf {
  readonly number: number;
  readonly hasOlder: boolean;
  readonly busy: string;
  readonly problem: string;
}
const first: Leaf = { number: 1, hasOlder: false, busy: '', problem: '' };

/** At the foot of a list that is longer than a page: the way back, the way on, and where one stands. Event: `turn` with `to`. */
Component({
  properties: {
    leaf: { type: Object, value: first },
    newer: { type: String, value: '' },
    older: { type: String, value: '' },
    /** Said at the end of the list. */
    end: { type: String, value: '' },
  },
  methods: {
    turn(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { to: string }>) {
      if (this.data.leaf.busy === '') this.triggerEvent('turn', { to: event.currentTarget.dataset.to });
    },
  },
});
