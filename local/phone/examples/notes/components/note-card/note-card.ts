Component({
  properties: { text: String },
  methods: {
    remove() {
      this.triggerEvent('remove');
    },
  },
});
