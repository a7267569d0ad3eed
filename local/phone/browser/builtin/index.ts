import type { ComponentSpace, Host } from '../host';
import { button } from './components/form/button';
import { canvas, canvasNode } from './components/content/canvas';
import { checkbox, checkboxGroup, radio, radioGroup } from './components/form/choice';
import { form } from './components/form/form';
import { watchHover } from './support/hover';
import { icon } from './components/content/icon';
import { coverImage, image } from './components/content/image';
import { input } from './components/form/input';
import { watchKeys } from './support/keys';
import { watchPageDialogs } from './overlay/page-dialogs';
import { label } from './components/form/label';
import { mapContext } from './components/map/context';
import { map } from './components/map/map';
import { matchMedia } from './components/containers/match-media';
import { movableArea, movableView } from './components/containers/movable';
import { navigator } from './components/content/navigator';
import { pageContainer } from './components/containers/page-container';
import { navigationBar, pageMeta } from './components/content/page-meta';
import type { BuiltinDefinition } from './support/builtin';
export { setFormBehaviors } from './platform/form-field';
import { picker } from './components/form/picker/picker';
import { pickerView, pickerViewColumn } from './components/form/picker-view';
import { absentComponents } from './components/absent';
import { keyboardAccessory, video, webView } from './components/content/stand-ins';
import { defineBuiltin } from './components/platform/define';
import { progress } from './components/content/progress';
import { richText } from './components/content/rich-text';
import { rootPortal } from './components/containers/root-portal';
import { scrollView, scrollViewContext } from './components/containers/scroll-view';
import { slider } from './components/form/slider';
import { swiper, swiperItem } from './components/containers/swiper';
import { switchControl } from './components/form/switch';
import { span, text } from './components/content/text';
import { textarea } from './components/form/textarea';
import { coverView, view } from './components/containers/view';

const definitions: readonly BuiltinDefinition[] = [
  view,
  coverView,
  text,
  span,
  image,
  coverImage,
  scrollView,
  swiper,
  swiperItem,
  button,
  form,
  label,
  input,
  textarea,
  checkbox,
  checkboxGroup,
  radio,
  radioGroup,
  switchControl,
  slider,
  picker,
  pickerView,
  pickerViewColumn,
  progress,
  icon,
  navigator,
  richText,
  map,
  canvas,
  movableArea,
  movableView,
  rootPortal,
  pageMeta,
  navigationBar,
  pageContainer,
  matchMedia,
  video,
  webView,
  keyboardAccessory,
  ...absentComponents,
];

/** The tags that are registered. names.ts lists the same without loading the components; a test compares them. */
export const registeredTags: readonly string[] = definitions.map(({ tag }) => tag);

/**
 * Registers WeChat's built-in components in the space, each with the host element `<wx-tag>`, and listens for presses,
 * keys and dialogs on the screen. The class `wx-style-v2` selects the styles that app.json's `style` asks for.
 * Answers the tags.
 */
export function installBuiltins(space: ComponentSpace, host: Host): readonly string[] {
  for (const definition of definitions) defineBuiltin(space, host, definition);
  document.body.classList.toggle('wx-style-v2', host.config.raw['style'] === 'v2');
  watchHover(host.screen);
  watchKeys(host.screen, host);
  watchPageDialogs(host.screen);
  return registeredTags;
}

/**
 * What `SelectorQuery.fields({ node: true })` answers for an element: a canvas, the context of a scroll-view, or null.
 */
export function nodeOf(element: Element): object | null {
  if (element.tagName === 'WX-CANVAS') return canvasNode(element) ?? null;
  if (element.tagName === 'WX-SCROLL-VIEW' && element instanceof HTMLElement) return scrollViewContext(element);
  return null;
}

/** What `SelectorQuery.fields({ context: true })` answers for an element: the MapContext of a map, or null. */
export function contextOf(element: Element): object | null {
  return mapContext(element) ?? null;
}
