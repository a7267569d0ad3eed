/** What can be set from outside: address first, then what this window remembers, then defaults. */
import type { Network, Settings } from '../../host';

const STORAGE_KEY = 'phone:settings';
const FONT_SCALES = { smallest: 0.8, largest: 1.65 };
/** People's Square, Shanghai */
const PLACE = { latitude: 31.2304, longitude: 121.4737 };

function isNetwork(value: unknown): value is Network {
  return value === 'on' || value === 'off' || value === 'slow';
}

function numberOr(value: unknown, fallback: number): number {
  const number = typeof value === 'number' ? value : Number.parseFloat(String(value));
  return Number.isFinite(number) ? number : fallback;
}

function read(source: Record<string, unknown>, fallback: Settings): Settings {
  const scale = numberOr(source['fontScale'], fallback.fontScale);
  return {
    openid: typeof source['openid'] === 'string' ? source['openid'] : fallback.openid,
    fontScale: Math.min(FONT_SCALES.largest, Math.max(FONT_SCALES.smallest, scale)),
    network: isNetwork(source['network']) ? source['network'] : fallback.network,
    slowDelayMs: numberOr(source['slowDelayMs'], fallback.slowDelayMs),
    latitude: numberOr(source['latitude'], fallback.latitude),
    longitude: numberOr(source['longitude'], fallback.longitude),
  };
}

function remembered(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

/** `?as=<openid>&font=1.3&network=slow` and what was set before in this window. */
export function loadSettings(address: URLSearchParams): Settings {
  const defaults: Settings = { openid: '', fontScale: 1, network: 'on', slowDelayMs: 2000, ...PLACE };
  const given: Record<string, unknown> = {};
  for (const [parameter, name] of [
    ['as', 'openid'],
    ['font', 'fontScale'],
    ['network', 'network'],
    ['latitude', 'latitude'],
    ['longitude', 'longitude'],
  ] as const) {
    const value = address.get(parameter);
    if (value !== null) given[name] = value;
  }
  return saveSettings(read(given, read(remembered(), defaults)));
}

export function changedSettings(settings: Settings, change: Partial<Settings>): Settings {
  return saveSettings(read({ ...settings, ...change }, settings));
}

function saveSettings(settings: Settings): Settings {
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(settings));
  return settings;
}
