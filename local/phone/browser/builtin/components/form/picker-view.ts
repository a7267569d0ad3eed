import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { setOwnStyle } from '../../platform/node-style';
import { asList, asNumber } from '../../support/values';
import { Wheel } from './wheel';

const wheels = new WeakMap<Element, Wheel>();
const views = new WeakMap<Element, { changed(): void; started(): void; ended(): void; itemHeightPx(): number }>();

const columnsOf = (view: Element): Wheel[] =>
  [...view.querySelectorAll('wx-picker-view-column')]
    .map((element) => wheels.get(element))
    .filter((wheel): wheel is Wheel => wheel !== undefined);

/** Adds a node over the columns, which the page styles by the class that it passed in. */
function addLayer(
  builtin: Builtin,
  names: string,
): { node: { setNodeStyle(style: string): void } | undefined; element: HTMLElement | undefined } {
  const shadow = builtin.component.getShadowRoot();
  const node = shadow?.createNativeNode('div');
  node?.setNodeClass(names);
  if (node !== undefined) shadow?.appendChild(node);
  return { node, element: node?.$$ instanceof HTMLElement ? node.$$ : undefined };
}

export const pickerView: BuiltinDefinition = {
  tag: 'picker-view',
  attributes: { value: null, indicatorStyle: '', maskStyle: '', immediateChange: false, name: '' },
  externalClasses: ['indicator-class', 'mask-class'],
  innerClass: 'wx-picker-columns',
  create(builtin) {
    const mask = addLayer(builtin, 'wx-picker-mask mask-class');
    const indicator = addLayer(builtin, 'wx-picker-indicator indicator-class');
    const itemHeightPx = (): number => indicator.element?.offsetHeight || 34;
    const showValue = (): void => {
      const value = asList(builtin.value('value'));
      columnsOf(builtin.element).forEach((wheel, column) => wheel.setIndex(asNumber(value[column], 0)));
    };
    const layout = (): void => {
      indicator.node?.setNodeStyle(builtin.host.cssValue(builtin.text('indicatorStyle')));
      mask.node?.setNodeStyle(builtin.host.cssValue(builtin.text('maskStyle')));
      setOwnStyle(builtin.component, `--wx-item:${itemHeightPx()}px`);
      showValue();
    };
    views.set(builtin.element, {
      itemHeightPx,
      started: () => builtin.fire('pickstart', {}),
      ended: () => builtin.fire('pickend', {}),
      changed: () => {
        const value = columnsOf(builtin.element).map((wheel) => wheel.index);
        builtin.update('value', value);
        builtin.fire('change', { value });
      },
    });
    const sizes = new ResizeObserver(layout);
    return {
      changed: { value: showValue, indicatorStyle: layout, maskStyle: layout },
      attached: () => {
        sizes.observe(builtin.element);
        requestAnimationFrame(layout);
      },
      detached: () => sizes.disconnect(),
    };
  },
};

export const pickerViewColumn: BuiltinDefinition = {
  tag: 'picker-view-column',
  attributes: {},
  innerClass: 'wx-picker-items',
  create(builtin) {
    const list =
      builtin.element.querySelector<HTMLElement>(':scope > .wx-picker-items') ??
      builtin.append('div', 'wx-picker-items');
    const view = () => {
      const around = builtin.element.closest('wx-picker-view');
      return around === null ? undefined : views.get(around);
    };
    const wheel = new Wheel({
      box: builtin.element,
      list,
      label: '选择',
      itemHeightPx: () => view()?.itemHeightPx() ?? 34,
      onStart: () => view()?.started(),
      onChange: () => view()?.changed(),
      onEnd: () => view()?.ended(),
    });
    wheels.set(builtin.element, wheel);
    const items = new MutationObserver(() => wheel.setIndex(wheel.index));
    return {
      attached: () => {
        items.observe(list, { childList: true });
        const column = [...(builtin.element.parentElement?.children ?? [])].indexOf(builtin.element) + 1;
        if (builtin.text('ariaLabel') === '') builtin.element.setAttribute('aria-label', `第 ${column} 列`);
      },
      detached: () => items.disconnect(),
    };
  },
};
