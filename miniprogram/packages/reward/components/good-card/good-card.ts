import type { Chosen } from '../../../../page/events';
import { noGood, type GoodCard } from '../../views/goods';

/** What a tap on a thing asks for; `quantity` where it is redeemed or waited for. */
export type GoodStep = 'redeem' | 'wait' | 'take' | 'leave';

/** A thing of the catalogue, with what may be done about it now. Event: `step` with `step`, `goodId`, `quantity`. */
Component({
  properties: {
    good: { type: Object, value: noGood },
    busy: Boolean,
  },
  data: { quantity: '1' },
  observers: {
    /** Fewer may be left than were chosen. */
    good(good: GoodCard) {
      const most = good.quantities.length;
      if (Number(this.data.quantity) > most) this.setData({ quantity: '1' });
    },
  },
  methods: {
    choose(event: Chosen) {
      this.setData({ quantity: event.detail.value });
    },
    redeem() {
      this.emit('redeem');
    },
    wait() {
      this.emit('wait');
    },
    take() {
      this.emit('take');
    },
    leave() {
      this.emit('leave');
    },
    emit(step: GoodStep) {
      const { goodId } = this.data.good;
      this.triggerEvent('step', { step, goodId, quantity: step === 'wait' ? 1 : Number(this.data.quantity) });
    },
  },
});
