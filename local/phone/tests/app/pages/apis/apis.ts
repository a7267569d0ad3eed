import { recordAnswer } from '../../record';

type Task = (api: WechatMiniprogram.Wx) => unknown;

/** A test hands a piece of code to the page, which runs it in a real tap with its own `wx`, and notes the answer. */
Page({
  data: { events: [] as unknown[], notes: '' },
  async run() {
    const { task } = globalThis as { task?: Task };
    if (task === undefined) return;
    try {
      recordAnswer(this, 'done', await task(wx));
    } catch (error) {
      recordAnswer(this, 'failed', error instanceof Error ? { message: error.message } : error);
    }
  },
  onShareAppMessage() {
    return { title: '从菜单转发', path: '/pages/apis/apis' };
  },
  onPullDownRefresh() {
    recordAnswer(this, 'pulled', null);
  },
});
