import type { CardRow } from '../../../../views/card/card';

const none: CardRow = { token: '', place: '', line: '', open: false };

/** One line of the issuing ledger. Events, with `token`: `code`, `again`. */
Component({
  properties: {
    card: { type: Object, value: none },
  },
  methods: {
    code() {
      this.triggerEvent('code', { token: this.data.card.token });
    },
    again() {
      this.triggerEvent('again', { token: this.data.card.token });
    },
  },
});
