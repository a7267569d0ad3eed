/** Chooses one line of several (page/selection.ts). Event: `choose`. */
Component({
  properties: {
    /** Read out: what the line is of. */
    label: String,
    value: Boolean,
  },
  methods: {
    choose() {
      this.triggerEvent('choose', { value: !this.data.value });
    },
  },
});
