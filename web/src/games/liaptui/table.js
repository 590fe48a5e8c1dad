import { h } from '../../ui/dom.js';
import { felt } from './felt.js';
import { handArea } from './handarea.js';
import { finalRanking, scoreBoard } from './scores.js';
import { seatCard, seatsAround } from './seats.js';

/** The whole game page. */
export function gamePage(app) {
  const { game } = app.model;
  if (!game || game.players.length === 0) {
    return [bar(app, game), h('main', { class: 'page narrow' }, h('p', { class: 'empty', role: 'status' }, 'Waiting for the table…'))];
  }
  const around = seatsAround(game.players, app.me);
  const [mine] = around;
  return [
    bar(app, game),
    h('main', { class: 'table', 'data-testid': 'table', 'data-phase': game.result ? 'turn_results' : game.phase },
      around.slice(1).map((seat) => seatCard(game, seat.player, seat.place)),
      centre(app, game, around),
      h('section', { class: 'mine', 'aria-label': 'You' },
        seatCard(game, mine.player, 'me'),
        game.phase !== 'game_over' && handArea(app, game, mine.player))),
  ];
}

function centre(app, game, around) {
  if (game.phase === 'game_over' && game.over) return h('div', { key: 'over', class: 'centre' }, finalRanking(app, game));
  if (game.phase === 'scoring' && game.scores) return h('div', { key: 'scores', class: 'centre' }, scoreBoard(game, app.me));
  return h('div', { key: 'felt', class: 'centre' }, felt(app, game, around));
}

/** The host need not wait for somebody who is there and does nothing; the server says no before that is clear. */
function standIn(app, game) {
  const at = game?.players.findIndex((player) => player.name === game.current) ?? -1;
  const player = game?.players[at];
  if (!player || player.bot || player.away || player.name === app.me || app.model.host !== app.me) return null;
  return h('button', { class: 'small', onclick: app.standIn(at + 1), title: 'Until the player does something again', 'data-testid': 'stand-in' },
    `Let a bot play for ${player.name}`);
}

function bar(app, game) {
  const total = Object.values(game?.declarations ?? {}).reduce((sum, value) => sum + value, 0);
  return h('header', { class: 'gamebar' },
    h('strong', null, game?.round ? `Round ${game.round}` : 'Liap Tui'),
    game?.multiplier > 1 && h('span', { class: 'tag hot', title: 'A new deal multiplies the points of this round', 'data-testid': 'multiplier' }, `× ${game.multiplier}`),
    total > 0 && h('span', { class: 'muted' }, `declared ${total} of 8`),
    h('span', { class: 'grow' }),
    standIn(app, game),
    game?.current && app.model.turnLimit && h('span', { class: 'muted', title: 'If a player does nothing for so long, a bot makes the move', 'data-testid': 'turn-limit' },
      `${app.model.turnLimit} s to move`),
    game?.seated === false && h('span', { class: 'tag', 'data-testid': 'watching' }, 'watching'),
    h('span', { class: 'muted code' }, app.route.room),
    h('a', { href: '/lobby', 'data-inside': true, class: 'button small', title: 'A bot plays for you until you are back' }, 'Lobby'));
}

