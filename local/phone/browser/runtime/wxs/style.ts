function cssName(name: string): string {
  return name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Declarations of a style text or object, by their CSS names. */
export function toStyleText(style: string | Record<string, unknown>): [name: string, value: string][] {
  if (typeof style !== 'string') return Object.entries(style).map(([name, value]) => [cssName(name), String(value)]);
  return style
    .split(';')
    .map((declaration): [string, string] => {
      const at = declaration.indexOf(':');
      return [declaration.slice(0, at).trim(), declaration.slice(at + 1).trim()];
    })
    .filter(([name]) => name !== '');
}

export function readComputedStyle(element: HTMLElement, names: readonly string[]): Record<string, string> {
  const computed = getComputedStyle(element);
  return Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(cssName(name))]));
}
