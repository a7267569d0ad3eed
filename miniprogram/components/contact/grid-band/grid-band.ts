/** The head of a card, as on the door plate: the grid's colour, its pattern, its name. */
Component({
  properties: { colour: String, name: String, line: String, large: Boolean },
});
