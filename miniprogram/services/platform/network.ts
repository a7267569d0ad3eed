/** Whether the phone itself says that it has no network; a phone that cannot tell has one. */
export async function isOffline(): Promise<boolean> {
  try {
    return (await wx.getNetworkType()).networkType === 'none';
  } catch {
    return false;
  }
}
