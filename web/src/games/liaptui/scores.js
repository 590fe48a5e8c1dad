import { own } from '../../state/own.js';
import { h } from '../../ui/dom.js';

const signed = (value) => (value > 0 ? `+${value}` : `${value}`);

/** The points of a round, player by player. */
export function scoreBoard(game, me) {
  return h('section', { class: 'sheet', 'data-testid': 'scores', 'aria-label': `Points of round ${game.round}` },
    h('h2', null, `Round ${game.round}`, game.multiplier > 1 && h('span', { class: 'tag hot' }, `points × ${game.multiplier}`)),
    h('div', { class: 'scroll' }, h('table', { class: 'points' },
      h('thead', null, h('tr', null, ['Player', 'Said', 'Won', 'Points', 'Total'].map((title) => h('th', { scope: 'col' }, title)))),
      h('tbody', null, game.players.map((player) => scoreRow(own(game.scores, player.name), player, me))))));
}

function scoreRow(score, player, me) {
  if (!score) return null;
  const exact = score.declared === score.actual;
  return h('tr', { class: `${exact ? 'exact' : ''}${player.name === me ? ' self' : ''}` },
    h('th', { scope: 'row' }, player.name),
    h('td', null, score.declared),
    h('td', null, score.actual),
    h('td', null, h('strong', null, signed(score.final_score)),
      score.multiplier > 1 && h('span', { class: 'muted' }, ` ${signed(score.base_score)} × ${score.multiplier}`)),
    h('td', null, score.total_score));
}

/** The end: who is where. */
export function finalRanking(app, game) {
  const { rankings, rounds, duration, winners } = game.over;
  const best = winners.length > 0 ? winners : rankings.filter((row) => row.rank === 1).map((row) => row.name);
  return h('section', { class: 'sheet', 'data-testid': 'game-over', 'aria-label': 'Final ranking' },
    h('h2', null, best.includes(app.me) && game.seated !== false ? 'You win!' : `${best.join(' and ')} ${best.length === 1 ? 'wins' : 'win'}`),
    h('ol', { class: 'ranking' }, rankings.map((row) => h('li', {
      class: row.name === app.me ? 'self' : '', 'data-testid': 'rank', 'data-rank': row.rank,
    },
    h('span', { class: 'medal', 'aria-label': `place ${row.rank}` }, row.rank),
    h('span', { class: 'grow' }, h('strong', null, row.name), h('span', { class: 'muted' }, ` ${row.perfect_rounds ?? 0} exact rounds`)),
    h('strong', null, row.score)))),
    h('p', { class: 'muted' }, `${rounds} rounds${duration ? `, ${duration}` : ''}`),
    h('div', { class: 'row' },
      h('button', { class: 'primary', onclick: app.backToLobby, autofocus: true, 'data-testid': 'back-to-lobby' }, 'Back to the lobby'),
      h('a', { class: 'button', href: `/metrics/dashboard?room=${encodeURIComponent(app.route.room)}`, 'data-inside': true }, 'History')));
}
