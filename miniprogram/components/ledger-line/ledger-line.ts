import type { LedgerLine } from '../../text/passbook';

const none: LedgerLine = {
  entryId: '',
  day: '',
  year: '',
  title: '',
  line: '',
  points: '',
  gain: false,
  balance: '',
  mayContest: false,
  mayPropose: false,
  mayUphold: false,
};

/** One entry of a passbook. Events with `entryId`: `contest`, and with `undo` (the reader keeps the book) `propose` and `keep`. */
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
    keep() {
      this.triggerEvent('keep', { entryId: this.data.entry.entryId });
    },
    propose() {
      this.triggerEvent('propose', { entryId: this.data.entry.entryId });
    },
  },
});
