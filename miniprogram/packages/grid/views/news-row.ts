import type { NewsToTell } from '../../../contracts/order-beside';
import { newsLine } from '../../../text/order/by-phone';

export interface NewsRow {
  readonly orderId: string;
  readonly number: string;
  readonly title: string;
  readonly place: string;
  readonly name: string;
  readonly news: readonly string[];
}

export function newsRow({ orderId, number, title, placeName: place, name, news }: NewsToTell): NewsRow {
  return { orderId, number, title, place, name, news: news.map(newsLine) };
}
