/** The head of a card, as on the door plate: the grid's colour, its pattern, its name. */
Component({
  properties: {
    colour: { type: String, value: '' },
    name: { type: String, value: '' },
    line: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
});
