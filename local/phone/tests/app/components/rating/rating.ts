/** A field of its own: what it holds goes with the form around it. */
Component({
  behaviors: ['wx://form-field'],
  properties: { value: { type: Number, value: 0 } },
  methods: {
    more() {
      this.setData({ value: this.data.value + 1 });
    },
  },
});
