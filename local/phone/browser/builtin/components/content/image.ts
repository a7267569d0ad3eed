import { setOwnStyle } from '../../platform/node-style';
import { registerHover } from '../../support/hover';
import { chooseFromSheet } from '../../overlay/sheet';
import { cloudFileUrl } from '../../device/cloud-file';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';

/** CSS object-fit and object-position for each of WeChat's modes. */
const fits: Readonly<Record<string, readonly [fit: string, position: string]>> = {
  scaleToFill: ['fill', 'center'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['fill', 'center'],
  heightFix: ['fill', 'center'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  center: ['none', 'center'],
  left: ['none', 'left'],
  right: ['none', 'right'],
  'top left': ['none', 'top left'],
  'top right': ['none', 'top right'],
  'bottom left': ['none', 'bottom left'],
  'bottom right': ['none', 'bottom right'],
};

/** With `widthFix` and `heightFix` the image's own proportions decide the other side of the box. */
function fitBox({ element, component }: Builtin, mode: string, image: HTMLImageElement): void {
  element.setAttribute('mode', mode);
  const isFixed = image.naturalWidth > 0 && (mode === 'widthFix' || mode === 'heightFix');
  const declaration = mode === 'widthFix' ? 'height:auto' : 'width:auto';
  setOwnStyle(component, isFixed ? `${declaration};aspect-ratio:${image.naturalWidth} / ${image.naturalHeight}` : '');
}

function load(builtin: Builtin, image: HTMLImageElement): void {
  const source = builtin.text('src');
  if (source === '') {
    image.removeAttribute('src');
    return;
  }
  const show = (address: string): void => {
    if (builtin.text('src') === source && image.getAttribute('src') !== address) image.src = address;
  };
  image.loading = builtin.flag('lazyLoad') ? 'lazy' : 'eager';
  if (!source.startsWith('cloud://')) return show(builtin.host.assetUrl(source, builtin.component));
  cloudFileUrl(builtin.host, source).then(show, (error: unknown) => builtin.fire('error', { errMsg: String(error) }));
}

function watchLoading(builtin: Builtin, image: HTMLImageElement, fit: () => void): void {
  image.addEventListener('load', () => {
    image.style.visibility = '';
    fit();
    builtin.fire('load', { width: image.naturalWidth, height: image.naturalHeight });
  });
  image.addEventListener('error', () => {
    // a phone draws nothing, a browser its own icon for a broken picture
    image.style.visibility = 'hidden';
    builtin.fire('error', { errMsg: `GET ${builtin.text('src')} 404 (Not Found)` });
  });
}

/** Opens WeChat's menu of a picture, which offers to save it here. */
function watchLongPress(builtin: Builtin, image: HTMLImageElement): void {
  builtin.component.addListener('longpress', () => {
    if (!builtin.flag('showMenuByLongpress') || image.naturalWidth === 0) return;
    void chooseFromSheet(builtin.host, '', [{ text: '保存图片' }]).then((index) => {
      if (index !== 0) return;
      const link = document.createElement('a');
      link.href = image.src;
      link.download = decodeURIComponent(image.src.split(/[/#?]/).pop() ?? '') || 'picture';
      link.click();
    });
  });
}

function createImage(builtin: Builtin): { image: HTMLImageElement; reload: () => void } {
  const image = builtin.append('img', 'wx-image-inner');
  image.alt = '';
  image.draggable = false;
  return { image, reload: () => load(builtin, image) };
}

/** Moves the name of the component to the image; an image without a name is decoration. */
const updateName = (builtin: Builtin, image: HTMLImageElement) => (): void => {
  image.alt = builtin.text('ariaLabel');
  builtin.element.removeAttribute('aria-label');
};

export const image: BuiltinDefinition = {
  tag: 'image',
  attributes: {
    src: '',
    mode: 'scaleToFill',
    webp: false,
    lazyLoad: false,
    showMenuByLongpress: false,
    fadeIn: false,
    forceHttps: false,
    preload: false,
  },
  create(builtin) {
    const { image, reload } = createImage(builtin);
    const fit = (): void => {
      const mode = builtin.text('mode');
      const [fitting, position] = fits[mode] ?? ['fill', 'center'];
      image.style.objectFit = fitting;
      image.style.objectPosition = position;
      fitBox(builtin, mode, image);
    };
    fit();
    watchLoading(builtin, image, fit);
    watchLongPress(builtin, image);
    return { changed: { src: reload, lazyLoad: reload, mode: fit, ariaLabel: updateName(builtin, image) } };
  },
};

export const coverImage: BuiltinDefinition = {
  tag: 'cover-image',
  attributes: {
    src: '',
    referrerPolicy: 'no-referrer',
    hoverClass: 'none',
    hoverStopPropagation: false,
    hoverStartTime: 50,
    hoverStayTime: 400,
  },
  create(builtin) {
    registerHover(builtin);
    const { image, reload } = createImage(builtin);
    watchLoading(builtin, image, () => undefined);
    return { changed: { src: reload, ariaLabel: updateName(builtin, image) } };
  },
};
