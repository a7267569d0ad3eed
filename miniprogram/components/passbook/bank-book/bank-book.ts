import type { Book, LedgerLine } from '../../../views/passbook/book';

const noBook: Book | Record<string, never> = {};
const noEntries: LedgerLine[] = [];

/**
 * A bank book: serif figures, dotted rules, the branch's seal, the check code at the foot.
 * Events: `choose` with `unit`; `contest`, or with `undo` `propose` and `keep`, with `entryId`.
 */
Component({
  properties: {
    book: { type: Object, value: noBook },
    entries: { type: Array, value: noEntries },
    undo: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    checked: { type: String, value: '' },
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { unit: string }>) {
      this.triggerEvent('choose', { unit: event.currentTarget.dataset.unit });
    },
    contest(event: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
      this.triggerEvent('contest', event.detail);
    },
    keep(event: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
      this.triggerEvent('keep', event.detail);
    },
    propose(event: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
      this.triggerEvent('propose', event.detail);
    },
  },
});
