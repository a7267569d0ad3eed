Page({ data: { events: [] as unknown[], web: false } });
