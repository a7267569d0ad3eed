import type { Tapped } from '../../../page/events';

/**
 * Who is there for me: the grid's band, the grid worker, one huge call, and the ways on by need: 难 an order, 急 and 病
 * somebody at once. Events: `order`, `progress`, `need` (with which).
 */
Component({
  properties: {
    elder: Boolean,
    colour: String,
    title: String,
    place: String,
    worker: String,
    photo: String,
    duty: String,
    /** In elder mode: why the button rings another than the worker; '' for nothing. */
    off: String,
    phone: String,
    call: String,
  },
  methods: {
    order() {
      this.triggerEvent('order');
    },
    need(event: Tapped<{ need: string }>) {
      this.triggerEvent('need', { need: event.currentTarget.dataset.need });
    },
    progress() {
      this.triggerEvent('progress');
    },
  },
});
