/**
 * Somebody: their picture, else the first character of their name, or a badge; name, and what there is to say. Slots:
 * beneath, then `end`.
 */
Component({
  options: { multipleSlots: true },
  properties: {
    name: String,
    photo: String,
    badge: String,
    above: String,
    aside: String,
    line: String,
    large: Boolean,
  },
});
