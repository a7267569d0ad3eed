import type { EvidenceKind, OrderView } from '../../../contracts/order';
import type { Reader } from '../../../text/order/names';

const names: Record<Reader, Record<EvidenceKind, string>> = {
  resident: { photo: '拍了照', code: '对上了您的四位码', phone: '打过电话', record: '写了怎么办的' },
  staff: { photo: '拍了照', code: '对上了四位码', phone: '打电话问过', record: '写了怎么办的' },
};

/** What showed that the work was done: `拍了照：换了一个弯头`. */
export function evidenceLine({ kind, note }: NonNullable<OrderView['evidence']>, reader: Reader): string {
  return note === undefined ? names[reader][kind] : `${names[reader][kind]}：${note}`;
}
