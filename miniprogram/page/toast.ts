/** What happened, said in a word; and the way back from a page on which nothing is left to do. */

const longMs = 3000;

export function tell(title: string): void {
  wx.showToast({ title, icon: 'none', duration: longMs });
}

/** Said where somebody comes back to: a page that goes takes its words along. */
export function leaveTelling(title: string): void {
  const success = (): void => tell(title);
  wx.navigateBack({ success, fail: () => wx.switchTab({ url: '/pages/orders/orders', success }) });
}
