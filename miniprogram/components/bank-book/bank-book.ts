import type { Book, LedgerLine } from '../../text/passbook';

const noBook: Book | Record<string, never> = {};
const noEntries: LedgerLine[] = [];

/**
 * A bank book: serif figures, dotted rules, the branch's seal, the check code at the foot.
 * Events: `turn` with `unit`; `contest` and (with `undo`) `propose` with `entryId`; `verify`.
 */
Component({
  properties: {
    book: { type: Object, value: noBook },
    entries: { type: Array, value: noEntries },
    more: { type: Boolean, value: false },
    undo: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    checked: { type: String, value: '' },
  },
  methods: {
    turn(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { unit: string }>) {
      this.triggerEvent('turn', { unit: event.currentTarget.dataset.unit });
    },
    contest(event: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
      this.triggerEvent('contest', event.detail);
    },
    propose(event: WechatMiniprogram.CustomEvent<{ entryId: string }>) {
      this.triggerEvent('propose', event.detail);
    },
  },
});
