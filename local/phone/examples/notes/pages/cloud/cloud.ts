Page({
  data: { answer: '', error: '' },
  /** Calls the function `hello`, which `--cloud` has to bring along. */
  async call() {
    try {
      const { result } = await wx.cloud.callFunction({ name: 'hello', data: {} });
      this.setData({ answer: JSON.stringify(result), error: '' });
    } catch (error) {
      this.setData({ answer: '', error: JSON.stringify(error) });
    }
  },
});
