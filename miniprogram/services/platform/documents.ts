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

/** Sends a file to a conversation of WeChat's, from where a computer has it. @returns false where it was not sent */
export async function shareDocument(url: string, fileName: string): Promise<boolean> {
  try {
    await wx.shareFileMessage({ filePath: await downloaded(url), fileName });
    return true;
  } catch {
    return false;
  }
}
