/**
 * What another program than the one that wrote it sees in a PDF: prints, as JSON, each page's text, its size at 300 dpi
 * and what a scanner reads in each of some parts of it, with the colour in their middle and their ink. Arguments: the
 * file, the parts as JSON, in millimetres. It runs in a process of its own: PDFium's module does not load among Jest's
 * globals.
 */
const { readFileSync } = require('node:fs');
const { PDFiumLibrary } = require('@hyzyla/pdfium');
const jsQR = require('jsqr');

const dotsPerMillimetre = 300 / 25.4;
const dots = (millimetres) => Math.round(millimetres * dotsPerMillimetre);

async function see(file, parts) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(file));
  const pages = [];
  for (const page of document.pages()) {
    const text = page.getText();
    const { width, height, data } = await page.render({ scale: 300 / 72, render: 'bitmap' });
    const codes = parts.map((part) => scan({ width, height, data }, part));
    const colours = parts.map((part) => colourAt({ width, data }, part));
    const inks = parts.map((part) => inkOf({ width, data }, part));
    pages.push({ text, width, height, codes, colours, inks });
  }
  return pages;
}

function scan(picture, { x, y, width, height }) {
  const [left, top] = [dots(x), dots(y)];
  const columns = Math.min(dots(width), picture.width - left);
  const rows = Math.min(dots(height), picture.height - top);
  const cell = new Uint8ClampedArray(columns * rows * 4);
  for (let row = 0; row < rows; row += 1) {
    const from = ((top + row) * picture.width + left) * 4;
    cell.set(picture.data.subarray(from, from + columns * 4), row * columns * 4);
  }
  return jsQR(cell, columns, rows)?.data ?? null;
}

/** The share of a part's dots that are dark. */
function inkOf({ width, data }, part) {
  let dark = 0;
  for (let y = dots(part.y); y < dots(part.y + part.height); y += 1)
    for (let x = dots(part.x); x < dots(part.x + part.width); x += 1) if (data[(y * width + x) * 4] < 128) dark += 1;
  return dark / (dots(part.width) * dots(part.height));
}

/** The library hands bitmaps over as red, green, blue, and what is not used. */
function colourAt({ width: row, data }, { x, y, width, height }) {
  const at = (dots(y + height / 2) * row + dots(x + width / 2)) * 4;
  const [red, green, blue] = data.subarray(at, at + 3);
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const [file, parts] = process.argv.slice(2);
void see(file, JSON.parse(parts)).then((pages) => process.stdout.write(JSON.stringify(pages)));
