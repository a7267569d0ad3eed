/** Lengths that only WeChat knows, in styles that are written at run time. */

/**
 * rpx → vw (750rpx is the width of the screen); vh → cqh: each page is a size container, and the bars are no part of it.
 */
export function cssValue(value: string): string {
  if (!/\d(?:rpx|vh)\b/i.test(value)) return value;
  return value
    .replace(/(-?(?:\d*\.)?\d+)rpx\b/gi, (_match, amount: string) => `${(Number(amount) * 100) / 750}vw`)
    .replace(/(-?(?:\d*\.)?\d+)vh\b/gi, (_match, amount: string) => `${amount}cqh`);
}

/** Pages and components write styles through attributes: every one passes here on its way to the document. */
export function translateStyles(): void {
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name: string, value: string): void {
    setAttribute.call(this, name, name === 'style' && typeof value === 'string' ? cssValue(value) : value);
  };
}
