/** `url` is what can be seen now; `failed` waits for another try. */
export interface PickedPhoto {
  readonly url: string;
  readonly state: 'sending' | 'kept' | 'failed';
}

const none: PickedPhoto[] = [];

/** Up to `most` photos. Events: `add`, `remove` with `index`, `again` with `index` (a failed one), `see` with `index`. */
Component({
  properties: {
    photos: { type: Array, value: none },
    most: { type: Number, value: 3 },
  },
  methods: {
    add() {
      this.triggerEvent('add');
    },
    remove(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { index: number }>) {
      this.triggerEvent('remove', { index: event.currentTarget.dataset.index });
    },
    touch(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { index: number }>) {
      const { index } = event.currentTarget.dataset;
      this.triggerEvent(this.data.photos[index]?.state === 'failed' ? 'again' : 'see', { index });
    },
  },
});
