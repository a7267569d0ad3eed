import type { Builtin, BuiltinDefinition } from '../../support/builtin';
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

/** The CSS value of a font size; `system` is the size that the user chose in WeChat, 16 px times the factor. */
const fontSize = (builtin: Builtin, name: string): string =>
  builtin.text(name) === 'system'
    ? `${16 * builtin.host.settings.fontScale}px`
    : builtin.host.cssValue(builtin.text(name));

function applyStyle(builtin: Builtin): void {
  const page = builtin.host.pageOf(builtin.element);
  const root = page?.component.$$;
  if (page === undefined || !(root instanceof HTMLElement)) return;
  root.setAttribute(
    'style',
    [
      builtin.host.cssValue(builtin.text('pageStyle')),
      builtin.text('pageFontSize') === '' ? '' : `font-size:${fontSize(builtin, 'pageFontSize')}`,
    ]
      .filter(Boolean)
      .join(';'),
  );
  if (builtin.text('backgroundColor') !== '') page.view.style.backgroundColor = builtin.text('backgroundColor');
  if (builtin.text('rootBackgroundColor') !== '') page.view.style.backgroundColor = builtin.text('rootBackgroundColor');
  if (builtin.text('rootFontSize') !== '') document.documentElement.style.fontSize = fontSize(builtin, 'rootFontSize');
}

function scrollToAttribute(builtin: Builtin): void {
  const scrollTop = asPixels(builtin.text('scrollTop'), NaN);
  if (Number.isNaN(scrollTop)) return;
  builtin.host.pageScrollTo({ scrollTop, durationMs: builtin.number('scrollDuration') }).then(
    () => builtin.fire('scrolldone', {}),
    () => undefined,
  );
}

/** Fires `scroll` and `resize` of the page; answers what ends it. */
function watchPage(builtin: Builtin): () => void {
  const view = builtin.host.pageOf(builtin.element)?.view;
  const scrolled = (): void => builtin.fire('scroll', { scrollTop: view?.scrollTop ?? 0 });
  const resized = (): void => {
    const { windowWidth, windowHeight } = builtin.host.sizes();
    builtin.fire('resize', { size: { windowWidth, windowHeight } });
  };
  view?.addEventListener('scroll', scrolled, { passive: true });
  builtin.host.on('resize', resized);
  return () => {
    view?.removeEventListener('scroll', scrolled);
    builtin.host.off('resize', resized);
  };
}

export const pageMeta: BuiltinDefinition = {
  tag: 'page-meta',
  attributes,
  create(builtin) {
    const restyle = (): void => applyStyle(builtin);
    let stopWatching = (): void => undefined;
    return {
      changed: {
        pageStyle: restyle,
        pageFontSize: restyle,
        rootFontSize: restyle,
        backgroundColor: restyle,
        rootBackgroundColor: restyle,
        scrollTop: () => scrollToAttribute(builtin),
      },
      attached: () => {
        stopWatching = watchPage(builtin);
        builtin.host.on('settings', restyle);
        restyle();
      },
      detached: () => {
        stopWatching();
        builtin.host.off('settings', restyle);
        document.documentElement.style.removeProperty('font-size');
      },
    };
  },
};

/** Sets the navigation bar of the page; it is a child of page-meta. */
export const navigationBar: BuiltinDefinition = {
  tag: 'navigation-bar',
  attributes: {
    title: '',
    loading: false,
    frontColor: '',
    backgroundColor: '',
    colorAnimationDuration: 0,
    colorAnimationTimingFunc: 'linear',
  },
  create(builtin) {
    const bar = builtin.host.navigationBar;
    const color = (): void =>
      bar.setColor({
        ...(builtin.text('frontColor') === '' ? {} : { frontColor: asText(builtin.value('frontColor')) }),
        ...(builtin.text('backgroundColor') === ''
          ? {}
          : { backgroundColor: asText(builtin.value('backgroundColor')) }),
      });
    const apply = (): void => {
      if (builtin.text('title') !== '') bar.setTitle(builtin.text('title'));
      if (builtin.flag('loading')) bar.showLoading();
      else bar.hideLoading();
      color();
    };
    const changed = (): void => {
      if (builtin.element.isConnected) apply();
    };
    return {
      changed: { title: changed, loading: changed, frontColor: changed, backgroundColor: changed },
      attached: () => queueMicrotask(apply),
    };
  },
};
