import type { Host } from '../../host';
import { openModal } from '../../builtin/overlay/modal';
import { chooseFromSheet } from '../../builtin/overlay/sheet';
import { hideToast, showToast } from '../../builtin/overlay/toast';
import { asNumber, asText } from '../../builtin/support/values';
import { api, ApiFailure, requireList, requireText, type Answer, type Options } from '../support/call';

/** At most 6, because WeChat shows no more choices in a sheet. */
const maxChoices = 6;

async function modal(host: Host, options: Options): Promise<Answer> {
  const answer = await openModal(host, {
    title: asText(options['title']),
    content: asText(options['content']),
    showCancel: options['showCancel'] !== false,
    cancelText: asText(options['cancelText'], '取消') || '取消',
    cancelColor: asText(options['cancelColor'], '#000000'),
    confirmText: asText(options['confirmText'], '确定') || '确定',
    confirmColor: asText(options['confirmColor'], '#576B95'),
    editable: options['editable'] === true,
    placeholderText: asText(options['placeholderText']),
  });
  return { ...answer };
}

async function actionSheet(host: Host, options: Options): Promise<Answer> {
  const items = requireList(options, 'itemList').map((item) => asText(item));
  if (items.length === 0 || items.length > maxChoices)
    throw new ApiFailure(`parameter error: itemList should have 1 to ${maxChoices} items`);
  const color = asText(options['itemColor'], '#000000');
  const index = await chooseFromSheet(
    host,
    asText(options['alertText']),
    items.map((text) => ({ text, color })),
  );
  if (index === undefined) throw new ApiFailure('cancel');
  return { tapIndex: index };
}

export function dialogApis(host: Host): Record<string, unknown> {
  return {
    showToast: api('showToast', (options) =>
      showToast(host, 'toast', {
        title: requireText(options, 'title'),
        icon: asText(options['icon'], 'success'),
        image: options['image'] === undefined ? '' : host.assetUrl(asText(options['image'])),
        durationMs: asNumber(options['duration'], 1500),
        mask: options['mask'] === true,
      }),
    ),
    hideToast: api('hideToast', () => hideToast('toast')),
    showLoading: api('showLoading', (options) =>
      showToast(host, 'loading', {
        title: asText(options['title']),
        icon: 'loading',
        image: '',
        durationMs: 0,
        mask: options['mask'] === true,
      }),
    ),
    hideLoading: api('hideLoading', () => hideToast('loading')),
    showModal: api('showModal', (options) => modal(host, options)),
    showActionSheet: api('showActionSheet', (options) => actionSheet(host, options)),
  };
}
