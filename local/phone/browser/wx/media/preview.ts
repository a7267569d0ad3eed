import type { Host } from '../../host';
import { cloudFileUrl } from '../../builtin/device/cloud-file';
import { onDrag } from '../../builtin/support/drag';
import { addButton, addChild, focusFirst, openLayer } from '../../builtin/overlay/layer';
import { asRecord, asNumber, asText, clamp } from '../../builtin/support/values';
import { api, ApiFailure, requireList, type Options } from '../support/call';

/** A longer swipe shows the next picture. */
const swipePx = 50;

async function showPicture(host: Host, picture: HTMLImageElement, source: string): Promise<void> {
  picture.src = source.startsWith('cloud://') ? await cloudFileUrl(host, source) : host.assetUrl(source);
}

/** Shows pictures one at a time over the whole screen: a swipe, arrow keys and buttons go on, a tap closes. */
function openPreview(host: Host, sources: readonly string[], first: number): void {
  let index = clamp(first, 0, sources.length - 1);
  const layer = openLayer(host, { className: 'wx-preview', label: '预览图片', dismiss: () => layer.close() });
  const picture = addChild(layer.element, 'img', 'wx-preview-image');
  const count = addChild(layer.element, 'div', 'wx-preview-count');
  const goBy = (step: number): void => {
    index = clamp(index + step, 0, sources.length - 1);
    picture.alt = `第 ${index + 1} 张，共 ${sources.length} 张`;
    count.textContent = `${index + 1} / ${sources.length}`;
    showPicture(host, picture, sources[index] ?? '').catch((error: unknown) => console.error(error));
  };
  const buttons = addChild(layer.element, 'div', 'wx-preview-buttons');
  if (sources.length > 1) addButton(buttons, 'wx-preview-button', '上一张', () => goBy(-1));
  const close = addButton(buttons, 'wx-preview-button', '关闭', () => layer.close());
  if (sources.length > 1) addButton(buttons, 'wx-preview-button', '下一张', () => goBy(1));
  onDrag(layer.element, {
    axis: 'x',
    move: () => undefined,
    end: ({ deltaX }) => {
      if (Math.abs(deltaX) > swipePx) goBy(deltaX < 0 ? 1 : -1);
    },
  });
  picture.addEventListener('click', () => layer.close());
  layer.element.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft' || key === 'ArrowRight') goBy(key === 'ArrowRight' ? 1 : -1);
  });
  goBy(0);
  focusFirst(layer, close);
}

function previewImage(host: Host, options: Options): void {
  const urls = requireList(options, 'urls').map((url) => asText(url));
  if (urls.length === 0) throw new ApiFailure('parameter error: urls should not be empty');
  const current = options['current'];
  openPreview(host, urls, typeof current === 'number' ? current : Math.max(0, urls.indexOf(asText(current))));
}

function previewMedia(host: Host, options: Options): void {
  const sources = requireList(options, 'sources').map(asRecord);
  if (sources.length === 0) throw new ApiFailure('parameter error: sources should not be empty');
  if (sources.some((source) => source['type'] === 'video'))
    throw new ApiFailure('a video cannot be previewed in the browser');
  openPreview(
    host,
    sources.map((source) => asText(source['url'])),
    asNumber(options['current'], 0),
  );
}

export function previewApis(host: Host): Record<string, unknown> {
  return {
    previewImage: api('previewImage', (options) => previewImage(host, options)),
    previewMedia: api('previewMedia', (options) => previewMedia(host, options)),
    openDocument: api('openDocument', (options) => {
      const path = asText(options['filePath']);
      if (path === '')
        throw new ApiFailure('parameter error: parameter.filePath should be String instead of Undefined;');
      const link = document.createElement('a');
      link.href = host.assetUrl(path);
      link.target = '_blank';
      link.rel = 'noopener';
      link.click();
    }),
    // There is no conversation to send it to: the browser keeps it under its name.
    shareFileMessage: api('shareFileMessage', (options) => {
      const path = asText(options['filePath']);
      if (path === '')
        throw new ApiFailure('parameter error: parameter.filePath should be String instead of Undefined;');
      const link = document.createElement('a');
      link.href = host.assetUrl(path);
      link.download = asText(options['fileName']) || (path.split('/').at(-1) ?? '');
      link.click();
    }),
  };
}
