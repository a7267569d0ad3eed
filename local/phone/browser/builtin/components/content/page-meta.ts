import type { Part, PartDefinition } from '../../support/part';
import { asPixels, asText } from '../../support/values';

const attributes = {
  backgroundTextStyle: '',
  backgroundColor: '',
  backgroundColorTop: '',
  backgroundColorBottom: '',
  rootBackgroundColor: '',
  scrollTop: '',
  scrollDuration: 300,
  pageStyle: '',
  rootFontSize: '',
  pageFontSize: '',
  pageOrientation: '',
};

/** `system` is the size that the user chose in WeChat: 16 px times the factor. */
const fontSize = (part: Part, name: string): string =>
  part.text(name) === 'system' ? `${16 * part.host.settings.fontScale}px` : part.host.cssValue(part.text(name));

function style(part: Part): void {
  const page = part.host.pageOf(part.element);
  const root = page?.component.$$;
  if (page === undefined || !(root instanceof HTMLElement)) return;
  root.setAttribute(
    'style',
    [
      part.host.cssValue(part.text('pageStyle')),
      part.text('pageFontSize') === '' ? '' : `font-size:${fontSize(part, 'pageFontSize')}`,
    ]
      .filter(Boolean)
      .join(';'),
  );
  if (part.text('backgroundColor') !== '') page.view.style.backgroundColor = part.text('backgroundColor');
  if (part.text('rootBackgroundColor') !== '') page.view.style.backgroundColor = part.text('rootBackgroundColor');
  if (part.text('rootFontSize') !== '') document.documentElement.style.fontSize = fontSize(part, 'rootFontSize');
}

export const pageMeta: PartDefinition = {
  tag: 'page-meta',
  attributes,
  create(part) {
    const restyle = (): void => style(part);
    const scroll = (): void => {
      const scrollTop = asPixels(part.text('scrollTop'), NaN);
      if (Number.isNaN(scrollTop)) return;
      part.host.pageScrollTo({ scrollTop, durationMs: part.number('scrollDuration') }).then(
        () => part.fire('scrolldone', {}),
        () => undefined,
      );
    };
    const scrolled = (event: Event): void => {
      if (event.currentTarget instanceof HTMLElement) part.fire('scroll', { scrollTop: event.currentTarget.scrollTop });
    };
    const resized = (): void => {
      const { windowWidth, windowHeight } = part.host.sizes();
      part.fire('resize', { size: { windowWidth, windowHeight } });
    };
    let view: HTMLElement | undefined;
    return {
      changed: {
        pageStyle: restyle,
        pageFontSize: restyle,
        rootFontSize: restyle,
        backgroundColor: restyle,
        rootBackgroundColor: restyle,
        scrollTop: scroll,
      },
      attached: () => {
        view = part.host.pageOf(part.element)?.view;
        view?.addEventListener('scroll', scrolled, { passive: true });
        part.host.on('resize', resized);
        part.host.on('settings', restyle);
        restyle();
      },
      detached: () => {
        view?.removeEventListener('scroll', scrolled);
        part.host.off('resize', resized);
        part.host.off('settings', restyle);
        document.documentElement.style.removeProperty('font-size');
      },
    };
  },
};

/** Inside page-meta: the navigation bar of this page, as data. */
export const navigationBar: PartDefinition = {
  tag: 'navigation-bar',
  attributes: {
    title: '',
    loading: false,
    frontColor: '',
    backgroundColor: '',
    colorAnimationDuration: 0,
    colorAnimationTimingFunc: 'linear',
  },
  create(part) {
    const bar = part.host.navigationBar;
    const color = (): void =>
      bar.setColor({
        ...(part.text('frontColor') === '' ? {} : { frontColor: asText(part.value('frontColor')) }),
        ...(part.text('backgroundColor') === '' ? {} : { backgroundColor: asText(part.value('backgroundColor')) }),
      });
    const apply = (): void => {
      if (part.text('title') !== '') bar.setTitle(part.text('title'));
      if (part.flag('loading')) bar.showLoading();
      else bar.hideLoading();
      color();
    };
    const changed = (): void => {
      if (part.element.isConnected) apply();
    };
    return {
      changed: { title: changed, loading: changed, frontColor: changed, backgroundColor: changed },
      attached: () => queueMicrotask(apply),
    };
  },
};
