/**
 * Who is there for me: the grid's band, the grid worker, one huge call, and the two ways on. Events: `order`,
 * `progress`.
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
    phone: String,
    call: String,
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
