/** WeChat's own consent: nothing personal is taken before somebody agreed to the guide that it shows. */

/**
 * Asks for consent where it was not given yet, and answers whether it stands. WeChat remembers it, and takes it back in
 * its own settings; an old WeChat knows no such call, and asked for nothing then.
 */
export function askConsent(): Promise<boolean> {
  if (!wx.canIUse('requirePrivacyAuthorize')) return Promise.resolve(true);
  return new Promise((resolve) => {
    wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
}

/** Opens the guide: what is collected, what for. */
export function openPrivacyGuide(): void {
  wx.openPrivacyContract({});
}
