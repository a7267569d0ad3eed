import { recordAnswer, record } from '../../record';

interface Surface {
  node: WechatMiniprogram.Canvas;
}

Page({
  data: { events: [] as unknown[], x: 20, animation: {} as unknown },
  record(event: WechatMiniprogram.CustomEvent) {
    record(this, event);
  },
  draw() {
    wx.createSelectorQuery()
      .select('#modern')
      .fields({ node: true, size: true })
      .exec(([found]: [Surface & { width: number; height: number }]) => {
        const { node, width, height } = found;
        node.width = width;
        node.height = height;
        const context = node.getContext('2d');
        context.fillStyle = '#b9161c';
        context.fillRect(0, 0, 50, 50);
        const image = node.createImage();
        image.onload = () => {
          context.drawImage(image, 60, 0, 20, 20);
          recordAnswer(this, 'drawn', { width, height, image: image.width });
        };
        image.src = '/images/wide.png';
      });
    const old = wx.createCanvasContext('old');
    old.setFillStyle('#25764a');
    old.fillRect(0, 0, 30, 30);
    old.draw(false, () => recordAnswer(this, 'drawn old', {}));
  },
  async file() {
    const { tempFilePath } = await wx.canvasToTempFilePath({
      canvasId: 'old',
      width: 30,
      height: 30,
      destWidth: 60,
      destHeight: 60,
    });
    recordAnswer(this, 'file', await wx.getImageInfo({ src: tempFilePath }));
  },
  run() {
    const animation = wx.createAnimation({ duration: 40, timingFunction: 'linear' });
    animation.translateX(30).opacity(0.5).step();
    animation.rotate(90).step({ duration: 60 });
    this.setData({ animation: animation.export() });
  },
});
