import type { NewsToTell } from '../../../contracts/order-beside';
import { newsLine } from '../../../text/order/by-phone';

export interface NewsRow {
  readonly key: string;
  readonly orderId: string;
  readonly personId: string;
  readonly number: string;
  readonly title: string;
  readonly place: string;
  readonly name: string;
  readonly news: readonly string[];
}

export function newsRow({ orderId, personId = '', number, title, placeName: place, name, news }: NewsToTell): NewsRow {
  return { key: `${orderId}:${personId}`, orderId, personId, number, title, place, name, news: news.map(newsLine) };
}
