/** On or off, as large as a finger needs. Event: `change` with `value`. */
Component({
  properties: { value: Boolean, fixed: Boolean, label: String },
  methods: {
    change() {
      if (!this.data.fixed) this.triggerEvent('change', { value: !this.data.value });
    },
  },
});
