/** On or off, as large as a finger needs. Event: `change` with `value`. */
Component({
  properties: {
    value: { type: Boolean, value: false },
    fixed: { type: Boolean, value: false },
    label: { type: String, value: '' },
  },
  methods: {
    change() {
      if (!this.data.fixed) this.triggerEvent('change', { value: !this.data.value });
    },
  },
});
