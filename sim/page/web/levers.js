// The panel of levers: one for each number and rule of the scenario, in the sections of its language.
import {element} from './dom.js';
import {slider} from './quantity.js';

const most_found = 40;
// Of places there are hundreds: they are found by searching. What does not enter the simulation is no lever.
const left_out = new Set(['network', 'plan', 'experiment', 'population']);
// Lists by month or hour would bury the rest.
const is_listed = (lever) => !/\[\d+\]/.test(lever.path);

let ids = 0;

// One lever: name, field, slider or list, what it was. change(path, text) is called when it is moved.
function row(lever, settings, {say, change}) {
  const id = `lever-${++ids}`;
  const now = settings[lever.path] ?? lever.value;
  const is_moved = lever.path in settings;
  const track = lever.words && !/[[{]/.test(now) ? null : slider(lever);
  const set = (text) => change(lever.path, text === lever.value ? null : text);
  const help = element('p', {class: 'help', id: `${id}-help`}, lever.meaning || lever.path);
  const common = {id, 'aria-describedby': `${id}-help`, 'data-path': lever.path};
  let field;
  if (lever.words && lever.words.includes(now)) {
    field = element('select', {...common, onchange: (e) => set(e.target.value)},
      lever.words.map((word) => element('option', {value: word, selected: word === now}, word)));
  } else if (lever.kind === 'flag') {
    field = element('select', {...common, onchange: (e) => set(e.target.value)},
      ['true', 'false'].map((word) => element('option', {value: word, selected: word === now}, say(word === 'true' ? 'yes' : 'no'))));
  } else {
    field = element('input', {...common, type: 'text', value: now, spellcheck: 'false', autocomplete: 'off', onchange: (e) => set(e.target.value.trim())});
  }
  let range = null;
  if (track && field.tagName === 'INPUT') {
    range = element('input', {type: 'range', min: String(track.low), max: String(track.high), step: String(track.step), 'aria-label': lever.name,
      oninput: (e) => (field.value = track.text(Number(e.target.value))), onchange: () => set(field.value)});
    range.value = String(track.at(now) ?? track.low);
  }
  const notes = [];
  if (is_moved) {
    notes.push(element('span', {class: 'was'}, say('was', lever.value)),
      element('button', {type: 'button', class: 'plain', onclick: () => change(lever.path, null)}, say('reset')));
  }
  const more = [lever.path, lever.range ? say('range', ...lever.range) : '', lever.source ? say('source', lever.source) : '', lever.note].filter(Boolean);
  help.title = more.join('\n');
  return element('div', {class: is_moved ? 'lever moved' : 'lever'},
    element('label', {for: id}, lever.name), element('div', {class: 'control'}, field, range), help,
    notes.length ? element('p', {class: 'notes'}, notes) : null);
}

const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

export function panel({sections, levers}, settings, options) {
  const {say, found, open} = options;
  const rows = (some) => some.map((lever) => row(lever, settings, options));
  if (found) {
    const words = plain(found).split(/\s+/);
    const all = levers.filter((l) => words.every((w) => plain(`${l.name} ${l.path} ${l.meaning}`).includes(w)));
    if (all.length === 0) return [element('p', {}, say('none_found'))];
    return [...rows(all.slice(0, most_found)),
      all.length > most_found ? element('p', {class: 'help'}, say('more_found', all.length - most_found)) : null].filter(Boolean);
  }
  return sections.map(({key, name, meaning}) => {
    const own = left_out.has(key) ? [] : levers.filter((l) => l.path.split('.')[0] === key && is_listed(l));
    if (own.length === 0) return null;
    const moved = own.filter((l) => l.path in settings).length;
    const group = element('details', {class: 'section', open: open.has(key)},
      element('summary', {}, element('h3', {}, name || key, moved ? element('span', {class: 'count'}, ` ${moved}`) : '')));
    // Rows are made when the section opens: there are some two hundred.
    const fill = () => {
      if (group.open && group.children.length === 1) group.append(element('p', {class: 'help'}, meaning), ...rows(own));
    };
    group.addEventListener('toggle', () => {
      open[group.open ? 'add' : 'delete'](key);
      fill();
    });
    fill();
    return group;
  }).filter(Boolean);
}
