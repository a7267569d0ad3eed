/** Lengths that only WeChat knows, in styles that are written at run time. */

/** rpx, vw and vh as the compiler writes them in stylesheets: 750rpx and 100vw are the width of the page, 100vh its height. */
export function cssValue(value: string): string {
  if (!/\d(?:rpx|vw|vh)\b/i.test(value)) return value;
  return value.replace(/(-?(?:\d*\.)?\d+)(rpx|vw|vh)\b/gi, (_match, amount: string, unit: string) =>
    unit.toLowerCase() === 'rpx' ? `${(Number(amount) * 100) / 750}cqw` : `${amount}cq${unit.slice(1).toLowerCase()}`,
  );
}

/** Pages and components write styles through attributes: every one passes here on its way to the document. */
export function translateStyles(): void {
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name: string, value: string): void {
    setAttribute.call(this, name, name === 'style' && typeof value === 'string' ? cssValue(value) : value);
  };
}
