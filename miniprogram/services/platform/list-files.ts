/** Lists of an office: chosen out of a conversation of WeChat's, where they were sent, and uploaded to the cloud. */
import { newRequestId } from './random';

/** What spreadsheets are called, WPS's among them. */
const extensions = ['xlsx', 'xls', 'et', 'csv', 'xlsm', 'ods'];

export interface ChosenList {
  readonly path: string;
  readonly name: string;
}

/** The file that somebody chose; undefined when they think better of it. */
export async function chooseList(): Promise<ChosenList | undefined> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: extensions });
    const [file] = tempFiles;
    return file && { path: file.path, name: file.name };
  } catch {
    return undefined;
  }
}

/** The file's id under a name by chance, which nobody guesses; undefined when the network stayed away. */
export async function uploadList({ path, name }: ChosenList): Promise<string | undefined> {
  const extension = /\.([a-z]{2,5})$/.exec(name.toLowerCase())?.[1] ?? 'xlsx';
  try {
    return (await wx.cloud.uploadFile({ cloudPath: `imports/${newRequestId()}.${extension}`, filePath: path })).fileID;
  } catch {
    return undefined;
  }
}
