import { setOwnStyle } from '../../platform/node-style';
import { registerHover } from '../../support/hover';
import { chooseFrom } from '../../overlay/sheet';
import { cloudFileUrl } from '../../device/cloud-file';
import type { Part, PartDefinition } from '../../support/part';

/** How an image lies in its box: CSS object-fit and object-position for each of WeChat's modes. */
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

/** `widthFix` and `heightFix` let the image's own proportions decide the other side of the box. */
function fitBox({ element, component }: Part, mode: string, image: HTMLImageElement): void {
  element.setAttribute('mode', mode);
  const fixed = image.naturalWidth > 0 && (mode === 'widthFix' || mode === 'heightFix');
  const free = mode === 'widthFix' ? 'height:auto' : 'width:auto';
  setOwnStyle(component, fixed ? `${free};aspect-ratio:${image.naturalWidth} / ${image.naturalHeight}` : '');
}

function load(part: Part, image: HTMLImageElement): void {
  const source = part.text('src');
  if (source === '') {
    image.removeAttribute('src');
    return;
  }
  const show = (address: string): void => {
    if (part.text('src') === source && image.getAttribute('src') !== address) image.src = address;
  };
  image.loading = part.flag('lazyLoad') ? 'lazy' : 'eager';
  if (!source.startsWith('cloud://')) return show(part.host.assetUrl(source, part.component));
  cloudFileUrl(part.host, source).then(show, (error: unknown) => part.fire('error', { errMsg: String(error) }));
}

function watchLoading(part: Part, image: HTMLImageElement, fit: () => void): void {
  image.addEventListener('load', () => {
    image.style.visibility = '';
    fit();
    part.fire('load', { width: image.naturalWidth, height: image.naturalHeight });
  });
  image.addEventListener('error', () => {
    // a phone draws nothing, where a browser draws its sign for a broken picture
    image.style.visibility = 'hidden';
    part.fire('error', { errMsg: `GET ${part.text('src')} 404 (Not Found)` });
  });
}

/** WeChat's menu on a picture; here it can be saved. */
function watchLongPress(part: Part, image: HTMLImageElement): void {
  part.component.addListener('longpress', () => {
    if (!part.flag('showMenuByLongpress') || image.naturalWidth === 0) return;
    void chooseFrom(part.host, '', [{ text: '保存图片' }]).then((index) => {
      if (index !== 0) return;
      const link = document.createElement('a');
      link.href = image.src;
      link.download = decodeURIComponent(image.src.split(/[/#?]/).pop() ?? '') || 'picture';
      link.click();
    });
  });
}

function createImage(part: Part): { image: HTMLImageElement; reload: () => void } {
  const image = part.append('img', 'wx-image-inner');
  image.alt = '';
  image.draggable = false;
  return { image, reload: () => load(part, image) };
}

/** The name of an image is the image's; one without a name is decoration. */
const name = (part: Part, image: HTMLImageElement) => (): void => {
  image.alt = part.text('ariaLabel');
  part.element.removeAttribute('aria-label');
};

export const image: PartDefinition = {
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
  create(part) {
    const { image, reload } = createImage(part);
    const fit = (): void => {
      const mode = part.text('mode');
      const [fitting, position] = fits[mode] ?? ['fill', 'center'];
      image.style.objectFit = fitting;
      image.style.objectPosition = position;
      fitBox(part, mode, image);
    };
    fit();
    watchLoading(part, image, fit);
    watchLongPress(part, image);
    return { changed: { src: reload, lazyLoad: reload, mode: fit, ariaLabel: name(part, image) } };
  },
};

export const coverImage: PartDefinition = {
  tag: 'cover-image',
  attributes: {
    src: '',
    referrerPolicy: 'no-referrer',
    hoverClass: 'none',
    hoverStopPropagation: false,
    hoverStartTime: 50,
    hoverStayTime: 400,
  },
  create(part) {
    registerHover(part);
    const { image, reload } = createImage(part);
    watchLoading(part, image, () => undefined);
    return { changed: { src: reload, ariaLabel: name(part, image) } };
  },
};
