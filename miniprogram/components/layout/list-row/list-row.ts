/** One line of a list that leads somewhere. Event: `open`. */
Component({
  properties: {
    icon: { type: String, value: '' },
    tone: { type: String, value: 'plain' },
    title: { type: String, value: '' },
    line: { type: String, value: '' },
    value: { type: String, value: '' },
    count: { type: String, value: '' },
    plain: { type: Boolean, value: false },
  },
  methods: {
    open() {
      this.triggerEvent('open');
    },
  },
});
