/** The branch's seal on its book: it says who keeps it. */
Component({
  properties: {
    name: { type: String, value: '' },
  },
});
