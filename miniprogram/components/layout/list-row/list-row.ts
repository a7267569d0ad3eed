/** One line of a list that leads somewhere. Event: `open`. */
Component({
  properties: {
    icon: String,
    tone: { type: String, value: 'plain' },
    title: String,
    line: String,
    value: String,
    count: String,
  },
  methods: {
    open() {
      this.triggerEvent('open');
    },
  },
});
