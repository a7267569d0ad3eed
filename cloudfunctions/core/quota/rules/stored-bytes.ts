/** A picture as phones of the product send it, shrunk before it leaves. */
const pictureBytes = 300_000;
const fileIds = /cloud:\/\//g;

/**
 * About how much documents of one collection take, with the files that they name: as many times the mean of a sample
 * as there are. Ids are drawn by chance, so that the first few in their order are no worse than others.
 */
export function estimateBytes(count: number, sample: readonly object[]): number {
  if (sample.length === 0) return 0;
  const texts = sample.map((document) => JSON.stringify(document));
  const documents = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const files = texts.reduce((sum, text) => sum + (text.match(fileIds)?.length ?? 0), 0);
  return Math.round(((documents + files * pictureBytes) / sample.length) * count);
}
