export interface FilePickerOptions {
  /** As in `<input accept>`. */
  readonly accept: string;
  readonly multiple: boolean;
  /** Opens the camera, if there is one. */
  readonly capture: boolean;
}

/**
 * Opens the browser's own file chooser, which must happen within a tap of the user. Answers an empty list if the user
 * closed it without a choice.
 */
export function pickFiles({ accept, multiple, capture }: FilePickerOptions): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    if (capture) input.setAttribute('capture', 'environment');
    input.hidden = true;
    input.setAttribute('aria-label', '选择文件');
    const finish = (): void => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    document.body.append(input);
    input.click();
  });
}
