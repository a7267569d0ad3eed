/** Somebody: the first character of their name as a picture, name, and what there is to say. Slot: beneath, then `end`. */
Component({
  options: { multipleSlots: true },
  properties: {
    name: { type: String, value: '' },
    mark: { type: String, value: '' },
    above: { type: String, value: '' },
    aside: { type: String, value: '' },
    line: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
});
