import { own } from '../../state/own.js';
import { h } from '../../ui/dom.js';
import { typeLabel } from './playtypes.js';
import { token } from './tokens.js';

const REASONS = {
  has_general_red: 'holds the red general',
  won_last_turn: 'won the last turn',
  accepted_redeal: 'asked for the new deal',
  default: 'has the first seat',
};

/** The middle of the table: what lies on it, and one sentence about what happens. */
export function felt(app, game, around) {
  const shown = game.result ?? (game.phase.startsWith('turn') ? game.turn : null);
  const plays = shown?.plays ?? [];
  const open = game.result !== null || plays.length === around.length;
  return h('section', { class: 'felt', 'aria-label': 'Table' },
    around.map(({ player, place }) => {
      const play = plays.find((one) => one.player === player.name);
      return h('div', { key: place, class: `spot ${place}` },
        play ? onTable(app, game, play, open) : declaredChip(game, player));
    }),
    h('div', { class: 'spot middle' },
      h('p', { class: 'status', role: 'status', 'aria-live': 'polite', 'data-testid': 'status' }, statusText(app, game)),
      h('p', { class: 'muted' }, detailText(game))));
}

function onTable(app, game, play, open) {
  const up = open || play.player === app.me;
  const won = game.result?.winner === play.player;
  const lead = play.player === game.turn?.starter;
  return h('div', { class: `play${won ? ' won' : ''}${up ? ' up' : ''}`, 'data-testid': 'play' },
    h('div', { class: 'pieces' }, play.pieces.map((piece, at) => token(piece, { chinese: app.ui.chinese, down: !up, key: at }))),
    (up || lead) && h('span', { class: `set${play.type === 'INVALID' ? ' muted' : ''}` },
      typeLabel(play.type), up && play.type !== 'INVALID' && ` ${play.value}`));
}

function declaredChip(game, player) {
  if (game.phase !== 'declaration') return null;
  const value = own(game.declarations, player.name);
  return h('span', { class: `chip${value === undefined ? ' open' : ''}`, 'aria-label': value === undefined ? 'not yet' : `declares ${value}` },
    value === undefined ? (game.current === player.name ? '…' : '') : value);
}

/** @returns {string} what happens now */
export function statusText(app, game) {
  const who = (name) => (name === app.me && game.seated !== false ? 'You' : name);
  if (game.result) {
    const { winner, piles } = game.result;
    return `${who(winner)} ${who(winner) === 'You' ? 'win' : 'wins'} ${piles} ${piles === 1 ? 'pile' : 'piles'}`;
  }
  const turns = { declaration: 'to declare', turn: 'to play' };
  if (turns[game.phase] && game.current) {
    return who(game.current) === 'You' ? `Your turn ${turns[game.phase]}` : `${game.current} is ${turns[game.phase]}`;
  }
  switch (game.phase) {
    case 'preparation':
      return dealText(game, who);
    case 'round_start':
      return `${who(game.starter?.name)} ${who(game.starter?.name) === 'You' ? 'start' : 'starts'} round ${game.round}`;
    case 'declaration':
      return 'Everyone has declared';
    case 'turn':
      return 'All have played';
    case 'turn_results':
      return 'The round is over';
    default:
      return 'A moment…';
  }
}

function dealText(game, who) {
  const waiting = game.deal?.awaiting ?? [];
  if (game.deal?.dealing || waiting.length === 0) return game.multiplier > 1 ? 'Dealing anew…' : 'Dealing…';
  return `Weak hand: ${waiting.map(who).join(', ')} may ask for a new deal`;
}

function detailText(game) {
  if (game.result) return typeLabel(game.result.type);
  if (game.phase === 'round_start') return game.starter ? (own(REASONS, game.starter.reason) ?? '') : '';
  if (game.phase === 'preparation' && game.deal?.hurry) return `${game.deal.hurry} seconds left`;
  if (game.phase !== 'turn' || !game.turn) return '';
  const { number, required } = game.turn;
  return required === null ? `turn ${number}, the leader chooses` : `turn ${number}, ${required} ${required === 1 ? 'piece' : 'pieces'} each`;
}
