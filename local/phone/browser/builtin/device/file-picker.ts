export interface FileWish {
  /** as in <input accept> */
  accept: string;
  multiple: boolean;
  /** straight to the camera, where there is one */
  capture: boolean;
}

/** The browser's own file chooser; an empty list when the user closed it without a choice. Must run within a user's tap. */
export function pickFiles({ accept, multiple, capture }: FileWish): Promise<File[]> {
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
