/**
 * Somebody: the first character of their name as a picture, or a badge, name, and what there is to say. Slots: beneath,
 * then `end`.
 */
Component({
  options: { multipleSlots: true },
  properties: { name: String, badge: String, above: String, aside: String, line: String, large: Boolean },
});
