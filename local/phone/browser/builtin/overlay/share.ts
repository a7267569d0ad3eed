import type { Host, ShareCard } from '../../runtime/host';
import { addButton, addChild, focusFirst, openLayer } from './layer';
import { showToast } from './toast';

/** Shows the card as the other person would get it; resolves true when it was sent. Nobody receives it: there is no chat here. */
export function showShareCard(host: Host, card: ShareCard): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (sent: boolean): void => {
      layer.close();
      if (sent) showToast(host, 'toast', { title: '已发送', icon: 'success', image: '', durationMs: 1500, mask: false });
      resolve(sent);
    };
    const layer = openLayer(host, { className: 'wx-modal wx-share', label: '发送给朋友', dismiss: () => finish(false) });
    addChild(layer.element, 'div', 'wx-modal-title', '发送给朋友');
    const preview = addChild(layer.element, 'div', 'wx-share-card');
    addChild(preview, 'div', 'wx-share-title', card.title);
    if (card.imageUrl !== '') {
      const image = addChild(preview, 'img', 'wx-share-image');
      image.src = host.assetUrl(card.imageUrl);
      image.alt = '';
    }
    addChild(preview, 'div', 'wx-share-path', card.path);
    const answers = addChild(layer.element, 'div', 'wx-modal-answers');
    addButton(answers, 'wx-modal-answer', '取消', () => finish(false));
    focusFirst(layer, addButton(answers, 'wx-modal-answer wx-modal-confirm', '发送', () => finish(true)));
  });
}
