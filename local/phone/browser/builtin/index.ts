import type { ComponentSpace, Host } from '../runtime/host';
import { button } from './button';
import { canvas, canvasNode } from './canvas';
import { checkbox, checkboxGroup, radio, radioGroup } from './check';
import { form } from './form';
import { watchHover } from './hover';
import { icon } from './icon';
import { coverImage, image } from './image';
import { input } from './input';
import { watchKeys } from './keys';
import { label } from './label';
import { mapContext } from './map/context';
import { map } from './map/map';
import { matchMediaPart } from './match-media';
import { movableArea, movableView } from './movable';
import { navigator } from './navigator';
import { pageContainer } from './page-container';
import { navigationBar, pageMeta } from './page-meta';
import type { PartDefinition } from './part';
export { declareFormField } from './platform/form-field';
import { picker } from './picker';
import { pickerView, pickerViewColumn } from './picker-view';
import { absent } from './placeholder';
import { definePart } from './platform/engine';
import { progress } from './progress';
import { richText } from './rich-text';
import { rootPortal } from './root-portal';
import { scrollView, scrollViewContext } from './scroll-view';
import { slider } from './slider';
import { installStyles } from './styles';
import { swiper, swiperItem } from './swiper';
import { switchPart } from './switch';
import { span, text } from './text';
import { textarea } from './textarea';
import { coverView, view } from './view';

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
