const none: string[] = [];

/** The branch's seal on its book: it says who writes it. */
Component({
  properties: {
    lines: { type: Array, value: none },
  },
});
