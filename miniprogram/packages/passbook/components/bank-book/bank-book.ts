import type { Emitted, Tapped } from '../../../../page/events';
import type { Book } from '../../views/book';
import type { LedgerLine } from '../../views/ledger-line';

const noBook: Book | Record<string, never> = {};
const noEntries: LedgerLine[] = [];

/**
 * A bank book: serif figures, dotted rules, the branch's seal, the check code at the foot.
 * Events: `choose` with `unit`; `date` with `on`, '' for now; `contest`, or with `reversible` `propose` and `uphold`,
 * with `entryId`.
 */
Component({
  properties: {
    book: { type: Object, value: noBook },
    entries: { type: Array, value: noEntries },
    reversible: Boolean,
    large: Boolean,
    checked: String,
  },
  methods: {
    chooseDay(event: Emitted<{ value: string }>) {
      this.triggerEvent('date', { on: event.detail.value });
    },
    chooseToday() {
      this.triggerEvent('date', { on: '' });
    },
    choose(event: Tapped<{ unit: string }>) {
      this.triggerEvent('choose', { unit: event.currentTarget.dataset.unit });
    },
    contest(event: Emitted<{ entryId: string }>) {
      this.triggerEvent('contest', event.detail);
    },
    propose(event: Emitted<{ entryId: string }>) {
      this.triggerEvent('propose', event.detail);
    },
    uphold(event: Emitted<{ entryId: string }>) {
      this.triggerEvent('uphold', event.detail);
    },
  },
});
