import type { LedgerLine } from '../../text/passbook';

const none: LedgerLine = { entryId: '', day: '', year: '', title: '', line: '', points: '', gain: false, balance: '', contest: false, canUndo: false };

/** One entry of a passbook. Event: `contest` with `entryId`. */
Component({
  properties: {
    entry: { type: Object, value: none },
    undo: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  methods: {
    contest() {
      this.triggerEvent('contest', { entryId: this.data.entry.entryId });
    },
    propose() {
      this.triggerEvent('propose', { entryId: this.data.entry.entryId });
    },
  },
});
