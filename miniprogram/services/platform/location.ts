/** Where the phone is, asked only when somebody taps for it; it stays on the phone. */
import type { Gcj02Point } from '../../contracts/distance';

/** In GCJ-02; undefined where the person or the phone says no. */
export async function currentGcj02(): Promise<Gcj02Point | undefined> {
  try {
    const { latitude, longitude } = await wx.getLocation({ type: 'gcj02' });
    return { latitude, longitude };
  } catch {
    return undefined;
  }
}
