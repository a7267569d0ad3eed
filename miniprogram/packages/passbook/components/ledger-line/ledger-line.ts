import { noLine } from '../../views/ledger-line';

/**
 * One entry of a passbook. Events, with `entryId`: `contest`, or, where the reader answers for the book (`reversible`),
 * `propose` and `uphold`.
 */
Component({
  properties: {
    entry: { type: Object, value: noLine },
    reversible: Boolean,
    large: Boolean,
  },
  methods: {
    contest() {
      this.triggerEvent('contest', { entryId: this.data.entry.entryId });
    },
    propose() {
      this.triggerEvent('propose', { entryId: this.data.entry.entryId });
    },
    uphold() {
      this.triggerEvent('uphold', { entryId: this.data.entry.entryId });
    },
  },
});
