App({
  /** Tests change a page's data from outside. */
  onLaunch() {
    Object.assign(globalThis, { getCurrentPages });
  },
});
