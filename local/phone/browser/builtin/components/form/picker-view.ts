import type { Part, PartDefinition } from '../../support/part';
import { setOwnStyle } from '../../platform/node-style';
import { asList, asNumber } from '../../support/values';
import { Wheel } from './wheel';

const wheels = new WeakMap<Element, Wheel>();
const views = new WeakMap<Element, { changed(): void; started(): void; ended(): void; itemHeightPx(): number }>();

const columnsOf = (view: Element): Wheel[] =>
  [...view.querySelectorAll('wx-picker-view-column')]
    .map((element) => wheels.get(element))
    .filter((wheel): wheel is Wheel => wheel !== undefined);

/** A node over the columns, in the style scope of the page by the class that it passed in. */
function band(
  part: Part,
  names: string,
): { node: { setNodeStyle(style: string): void } | undefined; element: HTMLElement | undefined } {
  const shadow = part.component.getShadowRoot();
  const node = shadow?.createNativeNode('div');
  node?.setNodeClass(names);
  if (node !== undefined) shadow?.appendChild(node);
  return { node, element: node?.$$ instanceof HTMLElement ? node.$$ : undefined };
}

export const pickerView: PartDefinition = {
  tag: 'picker-view',
  attributes: { value: null, indicatorStyle: '', maskStyle: '', immediateChange: false, name: '' },
  externalClasses: ['indicator-class', 'mask-class'],
  innerClass: 'wx-picker-columns',
  create(part) {
    const mask = band(part, 'wx-picker-mask mask-class');
    const indicator = band(part, 'wx-picker-indicator indicator-class');
    const height = (): number => indicator.element?.offsetHeight || 34;
    const show = (): void => {
      const value = asList(part.value('value'));
      columnsOf(part.element).forEach((wheel, column) => wheel.show(asNumber(value[column], 0)));
    };
    const layout = (): void => {
      indicator.node?.setNodeStyle(part.host.cssValue(part.text('indicatorStyle')));
      mask.node?.setNodeStyle(part.host.cssValue(part.text('maskStyle')));
      setOwnStyle(part.component, `--wx-item:${height()}px`);
      show();
    };
    views.set(part.element, {
      itemHeightPx: height,
      started: () => part.fire('pickstart', {}),
      ended: () => part.fire('pickend', {}),
      changed: () => {
        const value = columnsOf(part.element).map((wheel) => wheel.index);
        part.update('value', value);
        part.fire('change', { value });
      },
    });
    const sizes = new ResizeObserver(layout);
    return {
      changed: { value: show, indicatorStyle: layout, maskStyle: layout },
      attached: () => {
        sizes.observe(part.element);
        requestAnimationFrame(layout);
      },
      detached: () => sizes.disconnect(),
    };
  },
};

export const pickerViewColumn: PartDefinition = {
  tag: 'picker-view-column',
  attributes: {},
  innerClass: 'wx-picker-items',
  create(part) {
    const list =
      part.element.querySelector<HTMLElement>(':scope > .wx-picker-items') ?? part.append('div', 'wx-picker-items');
    const view = () => {
      const around = part.element.closest('wx-picker-view');
      return around === null ? undefined : views.get(around);
    };
    const wheel = new Wheel({
      box: part.element,
      list,
      label: '选择',
      itemHeightPx: () => view()?.itemHeightPx() ?? 34,
      onStart: () => view()?.started(),
      onChange: () => view()?.changed(),
      onEnd: () => view()?.ended(),
    });
    wheels.set(part.element, wheel);
    const items = new MutationObserver(() => wheel.show(wheel.index));
    return {
      attached: () => {
        items.observe(list, { childList: true });
        const column = [...(part.element.parentElement?.children ?? [])].indexOf(part.element) + 1;
        if (part.text('ariaLabel') === '') part.element.setAttribute('aria-label', `第 ${column} 列`);
      },
      detached: () => items.disconnect(),
    };
  },
};
