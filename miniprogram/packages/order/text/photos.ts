import type { PhotoView } from '../../../contracts/order';

const notes = { checking: '照片在审核', hidden: '这张不能显示', shown: '' } as const;

/** What stands in the place of a photo that may not be shown; '' for one that may. */
export function photoNote({ url, state }: PhotoView): string {
  return url === undefined ? notes[state] || '照片在路上' : '';
}
