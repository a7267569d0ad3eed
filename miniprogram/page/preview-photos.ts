/** Shows photos over the whole screen, beginning with one of them. */
export function previewPhotos(photos: readonly { readonly url: string }[], index: number): void {
  const urls = photos.map(({ url }) => url);
  wx.previewImage({ urls, current: urls[index] ?? '' });
}
