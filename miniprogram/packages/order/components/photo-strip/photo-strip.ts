import type { Tapped } from '../../../../page/events';
import type { ShownPhoto } from '../../views/photos';

const none: ShownPhoto[] = [];

/** Photos of an order, large at a touch. What is not through its check yet stands there in words. */
Component({
  properties: {
    photos: { type: Array, value: none },
  },
  methods: {
    see(event: Tapped<{ url: string }>) {
      const urls = this.data.photos.map(({ url }) => url).filter((url) => url !== '');
      wx.previewImage({ urls, current: event.currentTarget.dataset.url });
    },
  },
});
