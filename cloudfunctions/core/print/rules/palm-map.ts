import type { Gcj02Point } from '../../../../miniprogram/contracts/distance';
import type { StationKind } from '../../../../miniprogram/contracts/station';
import type { Mark, PaperPage } from '../drawing';
import { mapText } from '../text/station-map';
import { placeNames, type Box } from './place-names';

export interface MapEntry {
  readonly name: string;
  readonly kind: StationKind;
  readonly address: string;
  readonly gcj02: Gcj02Point;
}

/** A sheet of A5 that folds twice to a card of 105 × 74 mm, which a palm holds. */
const sheet = { width: 210, height: 148 } as const;
const panel = { width: sheet.width / 2, height: sheet.height / 2 } as const;
const margin = 6;
const colours: Readonly<Record<StationKind, string>> = { station: '#b9161c', shop: '#25764a' };
const ink = '#211c17';
const quiet = '#665d52';
const radius = 2.1;
const nameSize = 6.5;
const entrySize = 6.5;
const entryHeight = 5.2;

/** The map on one side, the list by number on the other, with the marks to fold it at. */
export function palmMap(entries: readonly MapEntry[], title: string, day: string): readonly PaperPage[] {
  return [
    { ...sheet, marks: [...mapSide(entries), ...foldMarks] },
    { ...sheet, marks: [...cover(title, day), ...listSide(entries), ...foldMarks] },
  ];
}

const foldMarks: readonly Mark[] = [
  fold(panel.width, 0, panel.width, 3),
  fold(panel.width, sheet.height - 3, panel.width, sheet.height),
  fold(0, panel.height, 3, panel.height),
  fold(sheet.width - 3, panel.height, sheet.width, panel.height),
];

function fold(x: number, y: number, toX: number, toY: number): Mark {
  return { kind: 'line', x, y, toX, toY, colour: '#8c8174', dashed: true };
}

/** Every pin with its number and its name, true to scale. */
function mapSide(entries: readonly MapEntry[]): readonly Mark[] {
  const page: Box = { x: margin, y: margin, width: sheet.width - 2 * margin, height: sheet.height - 2 * margin };
  const points = projected(
    entries.map(({ gcj02 }) => gcj02),
    page,
  );
  const pins = entries.map(({ name }, index) => ({ name, x: points[index]?.x ?? 0, y: points[index]?.y ?? 0 }));
  const placed = placeNames(pins, { page, radius, size: nameSize });
  return [
    { kind: 'box', x: 0, y: 0, ...sheet, colour: '#f7f3ec' },
    ...placed.flatMap(({ x, y, name, nameX, nameY }, index): Mark[] => [
      { kind: 'disc', x, y, radius, colour: colours[entries[index]?.kind ?? 'station'] },
      numberAt(x, y, index),
      { kind: 'text', x: nameX, y: nameY, size: nameSize, colour: ink, text: name },
    ]),
  ];
}

function numberAt(x: number, y: number, index: number): Mark {
  return { kind: 'text', x, y: y + 0.75, size: 5.5, colour: '#ffffff', text: String(index + 1), align: 'middle' };
}

/** North is up; one scale for both directions, as large as the page lets it be. */
function projected(points: readonly Gcj02Point[], page: Box): readonly { readonly x: number; readonly y: number }[] {
  const latitudes = points.map(({ latitude }) => latitude);
  const longitudes = points.map(({ longitude }) => longitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const inner = 12;
  const scale = Math.min(
    (page.width - 2 * inner) / Math.max((east - west) * shrink, 1e-6),
    (page.height - 2 * inner) / Math.max(north - south, 1e-6),
  );
  const centre = { x: page.x + page.width / 2, y: page.y + page.height / 2 };
  return points.map(({ latitude, longitude }) => ({
    x: centre.x + (longitude - (west + east) / 2) * shrink * scale,
    y: centre.y - (latitude - (south + north) / 2) * scale,
  }));
}

/** The panel that lies outside when the sheet is folded. */
function cover(title: string, day: string): readonly Mark[] {
  const x = panel.width + margin;
  const y = panel.height;
  return [
    { kind: 'box', x: panel.width, y, ...panel, colour: '#b9161c' },
    { kind: 'text', x, y: y + 22, size: 22, colour: '#ffffff', text: mapText.title },
    { kind: 'text', x, y: y + 33, size: 10, colour: '#ffffff', text: title },
    { kind: 'text', x, y: y + 42, size: 9, colour: '#ffffff', text: mapText.promise },
    { kind: 'text', x, y: y + 66, size: 7, colour: '#ffffff', text: mapText.made(day) },
  ];
}

/** Three panels of entries: number, name, address. */
function listSide(entries: readonly MapEntry[]): readonly Mark[] {
  const perPanel = Math.floor((panel.height - 2 * margin - 4) / entryHeight);
  const panels = [
    { x: 0, y: 0 },
    { x: panel.width, y: 0 },
    { x: 0, y: panel.height },
  ];
  const room = perPanel * panels.length;
  const left = entries.length - room;
  const shown = entries.slice(0, room).flatMap((entry, index): Mark[] => {
    const at = panels[Math.floor(index / perPanel)] ?? { x: 0, y: 0 };
    const y = at.y + margin + 4 + (index % perPanel) * entryHeight;
    return [...entryMarks(entry, index, at.x + margin, y)];
  });
  const foot: Mark = {
    kind: 'text',
    x: margin,
    y: sheet.height - 3,
    size: 6,
    colour: quiet,
    text: left > 0 ? mapText.more(left) : mapText.howTo,
  };
  return [...shown, foot];
}

function entryMarks({ kind, name, address }: MapEntry, index: number, x: number, y: number): readonly Mark[] {
  return [
    { kind: 'disc', x: x + radius, y: y - 0.9, radius, colour: colours[kind] },
    numberAt(x + radius, y - 0.9, index),
    { kind: 'text', x: x + 6, y, size: entrySize + 0.5, colour: ink, text: name },
    { kind: 'text', x: x + 48, y, size: entrySize, colour: quiet, text: address },
  ];
}
