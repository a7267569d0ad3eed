/** Tags of the built-in components: what WXML may use without declaring it. `block`, `slot`, `template`, `wxs`, `import` and `include` are the template language's. */

/** They work; how they differ from a phone stands in docs/browser-phone.md. */
export const builtinTags: readonly string[] = [
  'view', 'cover-view', 'text', 'span', 'image', 'cover-image', 'scroll-view', 'swiper', 'swiper-item', 'button', 'form', 'label', 'input', 'textarea', 'checkbox',
  'checkbox-group', 'radio', 'radio-group', 'switch', 'slider', 'picker', 'picker-view', 'picker-view-column', 'progress', 'icon', 'navigator', 'rich-text', 'map',
  'canvas', 'movable-area', 'movable-view', 'root-portal', 'page-meta', 'navigation-bar', 'page-container', 'match-media',
];

/** They draw a placeholder and log an error: a page of ours must not use them. */
export const absentTags: readonly string[] = [
  'video', 'audio', 'camera', 'live-player', 'live-pusher', 'voip-room', 'channel-live', 'channel-video', 'web-view', 'ad', 'ad-custom', 'official-account',
  'official-account-publish', 'open-data', 'open-container', 'editor', 'editor-portal', 'keyboard-accessory', 'store-home', 'store-product', 'store-coupon',
  'store-gift', 'functional-page-navigator', 'xr-frame', 'selection', 'draggable-sheet', 'grid-view', 'list-view', 'list-builder', 'grid-builder',
  'nested-scroll-body', 'nested-scroll-header', 'share-element', 'snapshot', 'sticky-header', 'sticky-section',
];
