type KeyListener = Parameters<typeof wx.onKeyDown>[0];

/** What hears the keyboard of a computer for each popup that is open, while its page is in front. */
const listeners = new WeakMap<object, KeyListener>();

/** On a computer Escape does what a touch of the grey does; on a phone there is no such key. */
function listen(popup: { leave(): void }): void {
  if (listeners.has(popup) || !wx.canIUse('onKeyDown') || !wx.canIUse('offKeyDown')) return;
  const listener: KeyListener = ({ key }) => {
    if (key === 'Escape') popup.leave();
  };
  listeners.set(popup, listener);
  wx.onKeyDown(listener);
}

function stopListening(popup: object): void {
  const listener = listeners.get(popup);
  if (listener) wx.offKeyDown(listener);
  listeners.delete(popup);
}

/** What comes up from the foot of the screen, with the page grey behind it. Event: `leave`, when the grey is tapped. */
Component({
  properties: { visible: Boolean },
  observers: {
    visible(isVisible: boolean) {
      if (isVisible) listen(this);
      else stopListening(this);
    },
  },
  lifetimes: {
    detached() {
      stopListening(this);
    },
  },
  pageLifetimes: {
    show() {
      if (this.data.visible) listen(this);
    },
    hide() {
      stopListening(this);
    },
  },
  methods: {
    leave() {
      this.triggerEvent('leave');
    },
    /** The page behind it does not scroll. */
    stay() {},
  },
});
