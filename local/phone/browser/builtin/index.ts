import type { ComponentSpace, Host } from '../host';
import { button } from './components/form/button';
import { canvas, canvasNode } from './components/content/canvas';
import { checkbox, checkboxGroup, radio, radioGroup } from './components/form/check';
import { form } from './components/form/form';
import { watchHover } from './support/hover';
import { icon } from './components/content/icon';
import { coverImage, image } from './components/content/image';
import { input } from './components/form/input';
import { watchKeys } from './support/keys';
import { label } from './components/form/label';
import { mapContext } from './components/map/context';
import { map } from './components/map/map';
import { matchMediaPart } from './components/containers/match-media';
import { movableArea, movableView } from './components/containers/movable';
import { navigator } from './components/content/navigator';
import { pageContainer } from './components/containers/page-container';
import { navigationBar, pageMeta } from './components/content/page-meta';
import type { PartDefinition } from './support/part';
export { declareFormField } from './platform/form-field';
import { picker } from './components/form/picker/picker';
import { pickerView, pickerViewColumn } from './components/form/picker-view';
import { absent } from './components/placeholder';
import { definePart } from './components/platform/define';
import { progress } from './components/content/progress';
import { richText } from './components/content/rich-text';
import { rootPortal } from './components/containers/root-portal';
import { scrollView, scrollViewContext } from './components/containers/scroll-view';
import { slider } from './components/form/slider';
import { installStyles } from './styles';
import { swiper, swiperItem } from './components/containers/swiper';
import { switchPart } from './components/form/switch';
import { span, text } from './components/content/text';
import { textarea } from './components/form/textarea';
import { coverView, view } from './components/containers/view';

const parts: readonly PartDefinition[] = [
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
  switchPart,
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
  matchMediaPart,
  ...absent,
];

/** What is registered; names.ts says the same without loading any of it, and a test compares them. */
export const partTags: readonly string[] = parts.map(({ tag }) => tag);

/**
 * Registers WeChat's built-in components in the space (each has the host element `<wx-tag>`), installs their styles and what they
 * listen to on the screen. Answers their tags.
 */
export function installBuiltins(space: ComponentSpace, host: Host): readonly string[] {
  for (const part of parts) definePart(space, host, part);
  installStyles(host);
  watchHover(host.screen);
  watchKeys(host.screen, host);
  return partTags;
}

/** What `SelectorQuery.fields({ node: true })` answers for an element: the canvas, or the context of an enhanced scroll-view; null for others. */
export function nodeOf(element: Element): object | null {
  if (element.tagName === 'WX-CANVAS') return canvasNode(element) ?? null;
  if (element.tagName === 'WX-SCROLL-VIEW' && element instanceof HTMLElement) return scrollViewContext(element);
  return null;
}

/** What `SelectorQuery.fields({ context: true })` answers: a map's MapContext; null for others. */
export function contextOf(element: Element): object | null {
  return mapContext(element) ?? null;
}
