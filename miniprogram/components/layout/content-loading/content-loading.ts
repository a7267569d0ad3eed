const nothing: object = {};

/** Stands where a page's content will be, while its package is fetched; it is handed what the content is handed. */
Component({
  properties: { body: { type: Object, value: nothing }, shows: Number, appearance: { type: Object, value: nothing } },
});
