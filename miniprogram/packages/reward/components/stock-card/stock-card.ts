import { noRow } from '../../views/stock';

/** What a tap on a thing of the shelf asks for. */
export type StockStep = 'receive' | 'count' | 'sign' | 'drop' | 'edit';

/** A thing on the shelf: what is there, and what may be done about it. Event: `step` with `step` and `goodId`. */
Component({
  properties: {
    row: { type: Object, value: noRow },
    mayEdit: Boolean,
    busy: Boolean,
  },
  methods: {
    receive() {
      this.emit('receive');
    },
    count() {
      this.emit('count');
    },
    sign() {
      this.emit('sign');
    },
    drop() {
      this.emit('drop');
    },
    edit() {
      this.emit('edit');
    },
    emit(step: StockStep) {
      this.triggerEvent('step', { step, goodId: this.data.row.goodId });
    },
  },
});
