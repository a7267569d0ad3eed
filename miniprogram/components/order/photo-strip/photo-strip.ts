import type { ShownPhoto } from '../../../views/order/progress';

const none: ShownPhoto[] = [];

/** Pictures of an order, large at a touch. What is not through its check yet is said in words. */
Component({
  properties: {
    photos: { type: Array, value: none },
  },
  methods: {
    see(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { url: string }>) {
      const urls = this.data.photos.map((photo) => photo.url).filter((url) => url !== '');
      wx.previewImage({ urls, current: event.currentTarget.dataset.url });
    },
  },
});
