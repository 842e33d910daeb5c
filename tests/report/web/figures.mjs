// Figures of results.json, and whether a figure that is shown, in Chilean form, is one of them.
import {readFileSync} from 'node:fs';

export class Results {
  constructor(file) {
    const {metrics, series} = JSON.parse(readFileSync(file, 'utf8'));
    this.metrics = metrics;
    this.found = new Map();
    for (const m of metrics) this.found.set([m.metric, m.year, 0, m.level, m.id].join(), m);
    for (const m of series) this.found.set([m.metric, m.year, m.month, m.level, m.id].join(), m);
  }
  of(metric, year, level = 'programme', id = '') {
    return this.found.get([metric, year, 0, level, id].join());
  }
  month(metric, year, month) {
    return this.found.get([metric, year, month, 'programme', ''].join());
  }
  years() {
    return [...new Set(this.metrics.map((m) => m.year))].sort();
  }
  // Of those in which the measure is defined.
  ids(metric, year, level) {
    return this.metrics.filter((m) => m.metric === metric && m.year === year && m.level === level && m.mean !== null).map((m) => m.id);
  }
}

// «1.234,5» and «6,88 %» are that number if it rounds to them.
export function near(cell, value) {
  const text = cell.replace(' %', '').trim();
  const decimals = text.includes(',') ? text.length - text.indexOf(',') - 1 : 0;
  const shown = Number(text.replace(/\./g, '').replace(',', '.'));
  return Number.isFinite(shown) && Math.abs(shown - value) <= 0.5 * 10 ** -decimals + 1e-9;
}
