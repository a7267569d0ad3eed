/** What a thing of the catalogue looks like (contracts/reward.ts). `size` in pixels before the scale. */
Component({
  properties: {
    name: { type: String, value: 'other' },
    size: { type: Number, value: 64 },
  },
});
