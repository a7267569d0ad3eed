/** What comes up from the foot of the screen, with the page grey behind it. Event: `leave`, when the grey is tapped. */
Component({
  properties: { visible: Boolean },
  methods: {
    leave() {
      this.triggerEvent('leave');
    },
    /** The page behind it does not scroll. */
    stay() {},
  },
});
