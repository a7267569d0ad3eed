/**
 * Every element name of WeChat. A page's WXSS may select any of them, and none may become an HTML element of the same
 * name (`button`, `input`, `map`, `canvas`, …), so that all are called `wx-…` in the document. The built-in components
 * have a list of their own.
 */
export const elementTags: ReadonlySet<string> = new Set(
  [
    'view text image scroll-view swiper swiper-item movable-area movable-view cover-view cover-image match-media',
    'page-container root-portal share-element button checkbox checkbox-group editor form input label picker',
    'picker-view picker-view-column radio radio-group slider switch textarea keyboard-accessory icon progress',
    'rich-text navigator functional-page-navigator audio video camera live-player live-pusher voip-room map',
    'canvas web-view ad ad-custom official-account open-data page-meta navigation-bar native-component',
    'aria-component grid-view list-view sticky-header sticky-section snapshot span draggable-sheet list-builder',
    'nested-scroll-header nested-scroll-body double-tap-gesture-handler tap-gesture-handler pan-gesture-handler',
    'selection store-product',
  ]
    .join(' ')
    .split(' '),
);
