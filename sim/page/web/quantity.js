// Quantities as scenarios write them: 310, 0.25, 90 min, 24000 M$, 800 UF.
const units = {
  '': ['', 1],
  UF: ['uf', 1],
  $: ['money', 1],
  M$: ['money', 1000],
  ms: ['time', 1],
  s: ['time', 1000],
  min: ['time', 60000],
  h: ['time', 3600000],
  day: ['time', 86400000],
  days: ['time', 86400000],
  week: ['time', 604800000],
  weeks: ['time', 604800000],
  month: ['time', 2629800000],
  months: ['time', 2629800000],
  year: ['time', 31557600000],
  years: ['time', 31557600000],
};

// {number, unit, kind, amount}, or nothing when the text is no quantity. Amounts of one kind are in one unit.
export function parse(text) {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*(\S*)\s*$/.exec(text ?? '');
  if (!match || !Object.hasOwn(units, match[2])) return null;
  const [kind, size] = units[match[2]];
  return {number: Number(match[1]), unit: match[2], kind, amount: Number(match[1]) * size};
}

// An amount in a unit, at most so many digits that it reads back as meant. 62.900 would be refused as ambiguous.
export function write(amount, unit, step) {
  const number = amount / units[unit][1];
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  let text = number.toFixed(Math.min(decimals, 6));
  if (text.includes('.')) text = text.replace(/\.?0+$/, '');
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(text)) text += '0';
  return unit ? `${text} ${unit}` : text;
}

// The slider of a lever: its range if it states one, or half to one and a half of its value; in the unit of its value
// where that keeps numbers short. Nothing for what is no quantity.
export function slider(lever) {
  const value = parse(lever.value);
  if (!value) return null;
  const range = (lever.range ?? []).map(parse);
  const is_ranged = range.length === 2 && range.every((r) => r && r.kind === value.kind);
  if (!is_ranged && value.amount === 0) return null;
  let [low, high] = is_ranged ? [range[0].amount, range[1].amount] : [value.amount * 0.5, value.amount * 1.5];
  const bound = (text) => (parse(text)?.kind === value.kind ? parse(text).amount : null);
  low = Math.max(Math.min(low, value.amount), bound(lever.low) ?? -Infinity);
  high = Math.min(Math.max(high, value.amount), bound(lever.high) ?? Infinity);
  if (!(high > low)) return null;
  const unit = value.unit === '$' ? 'M$' : is_ranged && value.kind !== 'time' ? range[1].unit : value.unit;
  const size = units[unit][1];
  const step = lever.is_whole ? 1 : 10 ** Math.floor(Math.log10((high - low) / size / 50));
  return {low: low / size, high: high / size, step, unit, at: (text) => (parse(text) ? parse(text).amount / size : null),
    text: (number) => write(number * size, unit, step)};
}
