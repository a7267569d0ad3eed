/** The screen of this phone, as bright as a code needs to be scanned. */

/** As bright as it was before; below zero where that is not known. */
let brightnessBefore = -1;

const ignored = { fail: (): void => undefined };

/** Full brightness, and no sleep. A phone that cannot shows the code as it is. */
export function brightenScreen(): void {
  wx.setKeepScreenOn({ keepScreenOn: true, ...ignored });
  if (!wx.canIUse('setScreenBrightness')) return;
  wx.getScreenBrightness({
    success: ({ value }) => {
      brightnessBefore = value;
      wx.setScreenBrightness({ value: 1, ...ignored });
    },
    ...ignored,
  });
}

export function restoreScreen(): void {
  wx.setKeepScreenOn({ keepScreenOn: false, ...ignored });
  if (brightnessBefore >= 0) wx.setScreenBrightness({ value: brightnessBefore, ...ignored });
  brightnessBefore = -1;
}
