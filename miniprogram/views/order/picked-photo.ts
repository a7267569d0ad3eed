/**
 * A photo that somebody picks. `url` is what can be seen now. `ready`: nothing more to do for it now; `failed`: waits
 * for another try.
 */
export interface PickedPhoto {
  readonly url: string;
  readonly state: 'ready' | 'uploading' | 'failed';
}
