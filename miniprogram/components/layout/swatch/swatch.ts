/** A grid's colour with its pattern, for beside its name. '' is a place outside the coloured grids. */
Component({
  properties: {
    colour: String,
    size: { type: Number, value: 34 },
  },
});
