import { noCard } from '../../views/card-row';

/** One line of the issuing ledger. Events, with `token`: `code`, `reissue`, `revoke`. */
Component({
  properties: {
    card: { type: Object, value: noCard },
  },
  methods: {
    code() {
      this.triggerEvent('code', { token: this.data.card.token });
    },
    revoke() {
      this.triggerEvent('revoke', { token: this.data.card.token });
    },
    reissue() {
      this.triggerEvent('reissue', { token: this.data.card.token });
    },
  },
});
