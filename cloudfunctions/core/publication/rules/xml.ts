type Fields = Readonly<Record<string, string | number | boolean>>;

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** What XML 1.0 has no way to write. */
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const escaped = (value: string | number | boolean): string =>
  String(value)
    .replaceAll(unwritable, '')
    .replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** A list as GeoReport v2's XML: `<services><service>…</service></services>`. */
export function xmlOf(list: string, item: string, rows: readonly Fields[]): string {
  const body = rows.map((row) => {
    const fields = Object.entries(row).map(([name, value]) => `<${name}>${escaped(value)}</${name}>`);
    return `<${item}>${fields.join('')}</${item}>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<${list}>${body.join('')}</${list}>\n`;
}
