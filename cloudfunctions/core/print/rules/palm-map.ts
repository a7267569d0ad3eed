import type { Gcj02Point } from '../../../../miniprogram/contracts/distance';
import type { StationKind } from '../../../../miniprogram/contracts/station';
import { textWidth, type Mark, type PaperPage } from '../drawing';
import { mapText } from '../text/station-map';
import { neighbourhoods } from './neighbourhoods';
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
/** Of a name in the list. */
const nameWidth = 41;

/**
 * The map on one side, the list by number on the other, with the marks to fold it at. Where there are more than one
 * list has room for, each neighbourhood has a sheet of its own, a card in itself; numbers run on through all of them.
 */
export function palmMap(entries: readonly MapEntry[], title: string, day: string): readonly PaperPage[] {
  const sheets = neighbourhoods(entries, entriesPerPanel * listPanels.length);
  const firstOf = (index: number): number => sheets.slice(0, index).reduce((sum, { length }) => sum + length, 1);
  return sheets.flatMap((part, index): PaperPage[] => {
    const numbered = part.map((entry, place) => ({ ...entry, number: firstOf(index) + place }));
    const which = sheets.length > 1 ? mapText.sheet(index + 1, sheets.length) : '';
    return [
      { ...sheet, marks: [...mapSide(numbered), ...foldMarks] },
      { ...sheet, marks: [...cover({ title, day, which }), ...listSide(numbered), ...foldMarks] },
    ];
  });
}

interface NumberedEntry extends MapEntry {
  readonly number: number;
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
function mapSide(entries: readonly NumberedEntry[]): readonly Mark[] {
  const page: Box = { x: margin, y: margin, width: sheet.width - 2 * margin, height: sheet.height - 2 * margin };
  const points = projected(
    entries.map(({ gcj02 }) => gcj02),
    page,
  );
  const pins = entries.map((entry, index) => ({ ...entry, x: points[index]?.x ?? 0, y: points[index]?.y ?? 0 }));
  const placed = placeNames(pins, { page, radius, size: nameSize });
  return [
    { kind: 'box', x: 0, y: 0, ...sheet, colour: '#f7f3ec' },
    ...placed.flatMap(({ x, y, kind, number, name, nameX, nameY }): Mark[] => [
      { kind: 'disc', x, y, radius, colour: colours[kind] },
      numberAt(x, y, number),
      { kind: 'text', x: nameX, y: nameY, size: nameSize, colour: ink, text: name },
    ]),
  ];
}

function numberAt(x: number, y: number, number: number): Mark {
  const size = number < 100 ? 5.5 : 4.5;
  return { kind: 'text', x, y: y + 0.75, size, colour: '#ffffff', text: String(number), align: 'middle' };
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
function cover({ title, day, which }: Record<'title' | 'day' | 'which', string>): readonly Mark[] {
  const x = panel.width + margin;
  const y = panel.height;
  return [
    { kind: 'box', x: panel.width, y, ...panel, colour: '#b9161c' },
    { kind: 'text', x, y: y + 22, size: 22, colour: '#ffffff', text: mapText.title },
    { kind: 'text', x, y: y + 33, size: 10, colour: '#ffffff', text: which === '' ? title : `${title} · ${which}` },
    { kind: 'text', x, y: y + 42, size: 9, colour: '#ffffff', text: mapText.promise },
    { kind: 'text', x, y: y + 66, size: 7, colour: '#ffffff', text: mapText.made(day) },
  ];
}

/** Three panels of entries: number, name, address. */
const listPanels = [
  { x: 0, y: 0 },
  { x: panel.width, y: 0 },
  { x: 0, y: panel.height },
] as const;
const entriesPerPanel = Math.floor((panel.height - 2 * margin - 4) / entryHeight);

function listSide(entries: readonly NumberedEntry[]): readonly Mark[] {
  const shown = entries.flatMap((entry, index) => {
    const at = listPanels[Math.floor(index / entriesPerPanel)] ?? listPanels[0];
    return entryMarks(entry, at.x + margin, at.y + margin + 4 + (index % entriesPerPanel) * entryHeight);
  });
  const y = sheet.height - 3;
  return [...shown, { kind: 'text', x: margin, y, size: 6, colour: quiet, text: mapText.howTo }];
}

function entryMarks({ kind, name, address, number }: NumberedEntry, x: number, y: number): readonly Mark[] {
  const size = entrySize + 0.5;
  const fitting = Math.min(size, (size * nameWidth) / Math.max(textWidth(name, size), 1));
  return [
    { kind: 'disc', x: x + radius, y: y - 0.9, radius, colour: colours[kind] },
    numberAt(x + radius, y - 0.9, number),
    { kind: 'text', x: x + 6, y, size: fitting, colour: ink, text: name },
    { kind: 'text', x: x + 48, y, size: entrySize, colour: quiet, text: address },
  ];
}
