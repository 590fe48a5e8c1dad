import { h } from '../../ui/dom.js';
import { forbiddenDeclarations, judge } from './choices.js';
import { displayOrder, isWeak } from './pieces.js';
import { typeLabel } from './playtypes.js';
import { handToken } from './tokens.js';

/** Our hand and what we can do now. A watcher gets a sentence instead. */
export function handArea(app, game, mine) {
  if (game.seated === false) {
    return h('p', { class: 'empty' }, 'You are watching. Hands stay hidden.', lastTurn(game));
  }
  const { picks } = app;
  const order = displayOrder(mine.hand);
  picks.keepFor(mine.hand);
  return h('div', { class: 'handarea' },
    h('div', { class: 'actions' }, actions(app, game, mine)),
    h('div', { class: 'hand', role: 'group', 'aria-label': 'Your hand', 'data-testid': 'hand' },
      order.map((held, place) => handToken(held, {
        chinese: app.ui.chinese, place, selected: picks.has(held.index), onclick: () => app.pick(held.index),
      }))));
}

function actions(app, game, mine) {
  const busy = app.ui.pending !== null;
  if (game.phase === 'preparation' && game.deal?.awaiting.includes(app.me)) return redeal(app, game, mine, busy);
  if (game.phase === 'declaration' && game.current === app.me) return declaring(app, game, mine, busy);
  if (game.phase === 'turn' && game.turn && !game.result) return playing(app, game, mine, busy);
  return h('p', { class: 'hint' }, lastTurn(game) ?? ' ');
}

function redeal(app, game, mine, busy) {
  return h('div', { key: 'redeal', class: 'panel', role: 'group', 'aria-labelledby': 'redeal-title', 'data-testid': 'redeal' },
    h('p', { id: 'redeal-title' }, isWeak(mine.hand) ? 'Your hand is weak: no piece above 9.' : 'You may ask for a new deal.',
      h('span', { class: 'muted' }, ` A new deal counts × ${game.multiplier + 1} and lets you start.`)),
    h('div', { class: 'row' },
      h('button', { disabled: busy, onclick: app.redeal(false), 'data-testid': 'redeal-decline', autofocus: true }, 'Keep it'),
      h('button', { class: 'primary', disabled: busy, onclick: app.redeal(true), 'data-testid': 'redeal-accept' }, 'New deal')));
}

function declaring(app, game, mine, busy) {
  const forbidden = forbiddenDeclarations(game.declarations, mine.zeros);
  return h('div', { key: 'declare', class: 'panel', role: 'group', 'aria-labelledby': 'declare-title', 'data-testid': 'declare' },
    h('p', { id: 'declare-title' }, 'How many piles will you win?'),
    h('div', { class: 'row wrap numbers' },
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((value) => h('button', {
        disabled: busy || forbidden.has(value), title: forbidden.get(value) ?? null, onclick: app.declare(value),
        'aria-label': forbidden.has(value) ? `${value}: ${forbidden.get(value)}` : `declare ${value}`, 'data-testid': `declare-${value}`,
      }, value))),
    h('p', { class: 'hint' }, [...forbidden.values()].join(' ')));
}

function playing(app, game, mine, busy) {
  const verdict = verdictOn(app, game, mine);
  const turn = game.current === app.me;
  return h('div', { key: 'play', class: `panel${turn ? ' now' : ''}`, 'data-testid': 'play-panel' },
    h('p', { class: verdict.warn ? 'fault' : '', role: 'status', 'data-testid': 'verdict' }, verdict.text || lastTurn(game) || ' '),
    turn && h('div', { class: 'row' },
      h('button', { disabled: app.picks.size === 0, onclick: app.unpick, 'data-testid': 'clear' }, 'Clear'),
      h('button', { class: 'primary', disabled: busy || !verdict.playable, onclick: app.play, 'data-testid': 'play-button' }, playLabel(app.picks.size))));
}

const playLabel = (count) => (count === 0 ? 'Play' : `Play ${count} ${count === 1 ? 'piece' : 'pieces'}`);

/** Whether the selected pieces can be played now. */
export function verdictOn(app, game, mine) {
  const selected = app.picks.list().map((index) => mine.hand[index]);
  const lead = game.turn.plays[0];
  return judge(selected, { required: game.turn.required, leadType: lead?.type ?? null, mine: game.current === app.me });
}

function lastTurn(game) {
  const last = game.previous;
  return last && !game.result ? `Last turn: ${last.winner} won ${last.piles} (${typeLabel(last.type).toLowerCase()}).` : null;
}
