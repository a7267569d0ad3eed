/** WeChat's own lengths in styles that are written at run time. */

/**
 * Translates rpx, vw and vh as the compiler does in stylesheets: 750rpx and 100vw are the page's width, 100vh its
 * height.
 */
export function cssValue(value: string): string {
  if (!/\d(?:rpx|vw|vh)\b/i.test(value)) return value;
  return value.replace(/(-?(?:\d*\.)?\d+)(rpx|vw|vh)\b/gi, (_match, amount: string, unit: string) =>
    unit.toLowerCase() === 'rpx' ? `${(Number(amount) * 100) / 750}cqw` : `${amount}cq${unit.slice(1).toLowerCase()}`,
  );
}

/** Makes every `style` attribute that pages and components write go through {@link cssValue}. */
export function translateStyles(): void {
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name: string, value: string): void {
    setAttribute.call(this, name, name === 'style' && typeof value === 'string' ? cssValue(value) : value);
  };
}
