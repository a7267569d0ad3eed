/**
 * A button as WeChat has it, which shows that its work is under way and takes no second tap meanwhile. Events: `tap`;
 * `getphonenumber` where `open-type` asks for it.
 */
Component({
  properties: {
    /** `primary`, or `default` for what is not the page's main action. */
    theme: { type: String, value: 'default' },
    /** `outline`, or nothing. */
    variant: String,
    loading: Boolean,
    disabled: Boolean,
    openType: String,
  },
  methods: {
    tap() {
      const { disabled, loading } = this.data;
      if (!disabled && !loading) this.triggerEvent('tap');
    },
    tellNumber(event: WechatMiniprogram.CustomEvent) {
      this.triggerEvent('getphonenumber', event.detail);
    },
  },
});
