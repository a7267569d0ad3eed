/** A PDF or a spreadsheet of the cloud, shown by the phone itself, which can print and send it. */

function downloaded(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({ url, success: ({ tempFilePath }) => resolve(tempFilePath), fail: reject });
  });
}

/** @returns false where it could not be fetched or shown */
export async function openDocument(url: string, fileType: 'pdf' | 'xlsx' = 'pdf'): Promise<boolean> {
  try {
    await wx.openDocument({ filePath: await downloaded(url), fileType, showMenu: true });
    return true;
  } catch {
    return false;
  }
}
