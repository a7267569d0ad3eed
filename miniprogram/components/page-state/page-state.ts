/**
 * What a page shows when it has nothing of its own to show. `phase`: loading (grey places where the lines will be), empty,
 * failed, or ready (nothing). Event: `retry`.
 */
Component({
  properties: {
    phase: { type: String, value: 'loading' },
    problem: { type: String, value: '' },
    empty: { type: String, value: '' },
    hint: { type: String, value: '' },
    rows: { type: Number, value: 3 },
  },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
  },
});
