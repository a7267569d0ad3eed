import type { Host } from '../../../../host';
import { addButton, addChild, focusFirst, openLayer } from '../../../overlay/layer';
import { Wheel } from '../wheel';

/** The height of one item of a picker's column. */
const itemHeightPx = 44;

export interface Column {
  /** The name for a screen reader: 年, 月, … */
  readonly label: string;
  readonly items: readonly string[];
  readonly index: number;
}

export interface SheetOptions {
  readonly title: string;
  readonly columns: readonly Column[];
  /** Called when a column was turned; may answer columns that replace those shown (a month has fewer days). */
  onTurn(column: number, indices: readonly number[]): readonly Column[] | undefined;
}

/** A sheet that is open; the page may change its columns meanwhile. */
export interface OpenSheet {
  setColumns(columns: readonly Column[]): void;
  /** The chosen index of each column, or undefined if the user cancelled. */
  readonly answer: Promise<readonly number[] | undefined>;
}

class Columns {
  private readonly wheels: { wheel: Wheel; list: HTMLElement }[] = [];

  constructor(
    private readonly box: HTMLElement,
    private readonly options: SheetOptions,
  ) {
    options.columns.forEach((column, position) => this.add(column, position));
    this.set(options.columns);
  }

  indices(): number[] {
    return this.wheels.map(({ wheel }) => wheel.index);
  }

  set(columns: readonly Column[]): void {
    columns.forEach(({ items, index }, position) => {
      const shown = this.wheels[position];
      if (shown === undefined) return;
      if (
        items.length !== shown.list.children.length ||
        items.some((item, row) => shown.list.children[row]?.textContent !== item)
      ) {
        shown.list.replaceChildren();
        for (const item of items) addChild(shown.list, 'div', 'wx-picker-item', item);
      }
      shown.wheel.setIndex(index);
    });
  }

  focus(): void {
    const first = this.box.querySelector<HTMLElement>('.wx-wheel');
    first?.focus({ preventScroll: true });
  }

  private add({ label }: Column, position: number): void {
    const column = addChild(this.box, 'div', 'wx-picker-column');
    const list = addChild(column, 'div', 'wx-picker-items');
    const wheel = new Wheel({
      box: column,
      list,
      label,
      itemHeightPx: () => itemHeightPx,
      onChange: () => {
        const columns = this.options.onTurn(position, this.indices());
        if (columns !== undefined) this.set(columns);
      },
    });
    this.wheels.push({ wheel, list });
  }
}

/** Opens WeChat's picker: wheels in a sheet at the bottom, 取消 and 确定 above them. Enter confirms, Escape cancels. */
export function openPickerSheet(host: Host, options: SheetOptions): OpenSheet {
  let setColumns = (_columns: readonly Column[]): void => undefined;
  const answer = new Promise<readonly number[] | undefined>((resolve) => {
    const finish = (indices: readonly number[] | undefined): void => {
      layer.close();
      resolve(indices);
    };
    const layer = openLayer(host, {
      className: 'wx-picker-sheet',
      label: options.title || '请选择',
      dismiss: () => finish(undefined),
    });
    const head = addChild(layer.element, 'div', 'wx-picker-head');
    addButton(head, 'wx-picker-cancel', '取消', () => finish(undefined));
    addChild(head, 'div', 'wx-picker-title', options.title);
    addButton(head, 'wx-picker-confirm', '确定', () => finish(columns.indices()));
    const body = addChild(layer.element, 'div', 'wx-picker-body');
    const columns = new Columns(body, options);
    addChild(body, 'div', 'wx-picker-frame');
    layer.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.classList.contains('wx-wheel'))
        finish(columns.indices());
    });
    setColumns = (next) => columns.set(next);
    focusFirst(layer);
    columns.focus();
  });
  return { answer, setColumns: (columns) => setColumns(columns) };
}
