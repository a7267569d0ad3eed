/** Creates the elements of the panel. */

type Attributes = Record<string, string | boolean>;

/** An element with attributes and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) created.setAttribute(name, '');
    else if (value !== false) created.setAttribute(name, value);
  }
  created.append(...children);
  return created;
}

let lastId = 0;

/** A control with its label above it. */
export function labelled<Control extends HTMLElement>(label: string, control: Control): HTMLElement {
  lastId += 1;
  control.id = `control-${lastId}`;
  return element('p', { class: 'field' }, element('label', { for: control.id }, label), control);
}

/** A part of the panel with its heading. */
export function section(title: string, ...children: (Node | string)[]): HTMLElement {
  lastId += 1;
  const heading = element('h2', { id: `heading-${lastId}` }, title);
  return element('section', { 'aria-labelledby': heading.id }, heading, ...children);
}

/** A button. */
export function button(label: string, onClick: () => void): HTMLButtonElement {
  const created = element('button', { type: 'button' }, label);
  created.addEventListener('click', onClick);
  return created;
}

/** Sets the options of a select; a group without a label has no heading. */
export function options(
  select: HTMLSelectElement,
  groups: ReadonlyMap<string, readonly { value: string; label: string }[]>,
): void {
  select.replaceChildren(
    ...[...groups]
      .map(([label, entries]) => {
        const listed = entries.map((entry) => element('option', { value: entry.value }, entry.label));
        return label === '' ? listed : [element('optgroup', { label }, ...listed)];
      })
      .flat(),
  );
}
