import { h } from '../../ui/dom.js';
import { avatar } from '../../ui/frame.js';

const PLACES = ['me', 'left', 'top', 'right'];

/**
 * Players in seat order from ours on, clockwise; a watcher sits with the first seat.
 *
 * @param {import('./frames.js').Player[]} players
 * @param {string | null} me
 * @returns {{player: import('./frames.js').Player, place: string}[]}
 */
export function seatsAround(players, me) {
  const first = Math.max(0, players.findIndex((player) => player.name === me));
  return players.map((_, at) => ({ player: players[(first + at) % players.length], place: PLACES[at] ?? 'top' }));
}

/** Name, points, declared and won piles, pieces left. */
export function seatCard(game, player, place) {
  const acting = game.current === player.name || (game.deal?.awaiting.includes(player.name) ?? false);
  const winner = game.result?.winner === player.name;
  return h('section', {
    key: `seat-${place}`, class: `seat ${place}${acting ? ' acting' : ''}${winner ? ' winner' : ''}`,
    'data-testid': `seat-${place}`, 'aria-label': player.name, 'aria-current': acting ? 'true' : null,
  },
  h('div', { class: 'row who' }, avatar(player),
    h('div', { class: 'stack none' },
      h('strong', { class: 'name', title: player.name }, player.name),
      h('span', { class: 'muted kind' }, kindOf(player, place, game)))),
  h('dl', { class: 'facts' },
    fact('piles', player.declared === null ? '–' : `${player.captured}/${player.declared}`, pilesTitle(player), mood(player)),
    fact('pts', player.score, 'points so far'),
    place !== 'me' && fact('left', player.handSize, 'pieces in hand')));
}

function fact(label, value, title, extra = '') {
  return h('div', { title, class: extra }, h('dt', null, label), h('dd', null, value));
}

function kindOf(player, place, game) {
  if (player.away) return 'away, bot plays';
  if (player.bot) return 'bot';
  if (place === 'me') return game.seated === false ? 'player' : 'you';
  return 'player';
}

const pilesTitle = (player) =>
  (player.declared === null ? 'has not declared yet' : `won ${player.captured} of ${player.declared} declared piles`);

function mood(player) {
  if (player.declared === null) return '';
  if (player.captured === player.declared) return 'exact';
  return player.captured > player.declared ? 'above' : '';
}
