/** Lengths that only WeChat knows, in styles that are written at run time. */

/**
 * rpx → vw (750rpx is the screen's width); vh → the height of the page's window, which the bars are not part of.
 */
export function cssValue(value: string): string {
  if (!/\d(?:rpx|vh)\b/i.test(value)) return value;
  return value
    .replace(/(-?(?:\d*\.)?\d+)rpx\b/gi, (_match, amount: string) => `${(Number(amount) * 100) / 750}vw`)
    .replace(/(-?(?:\d*\.)?\d+)vh\b/gi, (_match, amount: string) => `calc(${amount} * var(--vh))`);
}

/** Pages and components write styles through attributes: every one passes here on its way to the document. */
export function translateStyles(): void {
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name: string, value: string): void {
    setAttribute.call(this, name, name === 'style' && typeof value === 'string' ? cssValue(value) : value);
  };
}
