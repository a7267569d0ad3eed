/** Who is there for me: the grid's band, the grid worker, one huge call, and the two ways on. Events: `order`, `progress`. */
Component({
  properties: {
    elder: { type: Boolean, value: false },
    colour: { type: String, value: '' },
    title: { type: String, value: '' },
    place: { type: String, value: '' },
    worker: { type: String, value: '' },
    duty: { type: String, value: '' },
    phone: { type: String, value: '' },
    call: { type: String, value: '' },
  },
  methods: {
    order() {
      this.triggerEvent('order');
    },
    progress() {
      this.triggerEvent('progress');
    },
  },
});
