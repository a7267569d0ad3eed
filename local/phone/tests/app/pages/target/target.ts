Page({
  data: { events: [] as unknown[], from: '' },
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ from: query['from'] ?? '' });
  },
});
