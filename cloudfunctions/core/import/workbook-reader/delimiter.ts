const delimiters = [',', '\t', ';', '|'] as const;
const looked = 40;

/**
 * What parts the cells of a text file: the sign that stands outside of quotes in most of its first lines, a comma where
 * several do. Two telephone numbers in a cell make no semicolon the one.
 */
export function delimiterOf(text: string): (typeof delimiters)[number] {
  const lines = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n?|\n/, looked);
  const counts = delimiters.map((delimiter) => lines.filter((line) => line.includes(delimiter)).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
