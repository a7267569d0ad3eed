/** What can be set from outside: the address comes first, then what this window has stored, then the defaults. */
import type { Device, Network, Settings, Update } from '../../host';

const storageKey = 'phone:settings';
const fontScales = { min: 0.8, max: 1.65 };
/** People's Square, Shanghai. */
const defaultLocation = { latitude: 31.2304, longitude: 121.4737 };

function isNetwork(value: unknown): value is Network {
  return value === 'on' || value === 'off' || value === 'slow';
}

function isUpdate(value: unknown): value is Update {
  return value === 'none' || value === 'ready' || value === 'failed';
}

function isDevice(value: unknown): value is Device {
  return value === 'phone' || value === 'computer';
}

function numberOr(value: unknown, fallback: number): number {
  const number = typeof value === 'number' ? value : Number.parseFloat(String(value));
  return Number.isFinite(number) ? number : fallback;
}

function parseSettings(source: Record<string, unknown>, fallback: Settings): Settings {
  const scale = numberOr(source['fontScale'], fallback.fontScale);
  return {
    openid: typeof source['openid'] === 'string' ? source['openid'] : fallback.openid,
    fontScale: Math.min(fontScales.max, Math.max(fontScales.min, scale)),
    network: isNetwork(source['network']) ? source['network'] : fallback.network,
    update: isUpdate(source['update']) ? source['update'] : fallback.update,
    device: isDevice(source['device']) ? source['device'] : fallback.device,
    slowDelayMs: numberOr(source['slowDelayMs'], fallback.slowDelayMs),
    latitude: numberOr(source['latitude'], fallback.latitude),
    longitude: numberOr(source['longitude'], fallback.longitude),
  };
}

function readStored(): Record<string, unknown> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  } catch {
    return {};
  }
}

/** The settings of `?as=<openid>&font=1.3&network=slow`, and those that were set before in this window. */
export function loadSettings(address: URLSearchParams): Settings {
  const defaults: Settings = {
    ...{ openid: '', fontScale: 1, network: 'on', update: 'none', device: 'phone', slowDelayMs: 2000 },
    ...defaultLocation,
  };
  const given: Record<string, unknown> = {};
  for (const [parameter, name] of [
    ['as', 'openid'],
    ['font', 'fontScale'],
    ['network', 'network'],
    ['update', 'update'],
    ['device', 'device'],
    ['latitude', 'latitude'],
    ['longitude', 'longitude'],
  ] as const) {
    const value = address.get(parameter);
    if (value !== null) given[name] = value;
  }
  return saveSettings(parseSettings(given, parseSettings(readStored(), defaults)));
}

export function changedSettings(settings: Settings, change: Partial<Settings>): Settings {
  return saveSettings(parseSettings({ ...settings, ...change }, settings));
}

function saveSettings(settings: Settings): Settings {
  sessionStorage.setItem(storageKey, JSON.stringify(settings));
  return settings;
}
