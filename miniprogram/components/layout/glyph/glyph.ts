/**
 * An icon (the name is taken by WeChat's own): one outline in the colour of the text around it. `size` in pixels before
 * the scale.
 */
Component({
  properties: {
    name: String,
    size: { type: Number, value: 24 },
  },
});
