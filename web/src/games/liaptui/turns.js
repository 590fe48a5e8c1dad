import { own } from '../../state/own.js';
import { parsePiece } from './pieces.js';

/**
 * @typedef {{player: string, pieces: import('./pieces.js').Piece[], type: string, value: number}} Play
 * @typedef {object} Turn
 * @property {number} number from 1 in each round
 * @property {string[]} order
 * @property {string} starter
 * @property {number | null} required pieces each must play; null: the starter chooses
 * @property {Play[]} plays in play order
 * @typedef {object} Result
 * @property {number} number
 * @property {string} winner
 * @property {string} type
 * @property {number} piles
 * @property {boolean} last of the round
 * @property {Play[]} plays
 */

/** @returns {Turn} of the phase data of a `turn` frame */
export function turnOf(details) {
  return {
    number: details.current_turn_number ?? 0,
    order: details.turn_order ?? [],
    starter: details.current_turn_starter,
    required: details.required_piece_count ?? null,
    plays: Object.entries(details.turn_plays ?? {}).map(([player, play]) => playOf(player, play)),
  };
}

/** @returns {Play[] | null} the plays that a `turn_complete` carries, if it does */
export function playsOf(data) {
  const all = data.turn_resolution?.all_plays;
  return Array.isArray(all) && all.length > 0 ? all.map((play) => playOf(play.player, play)) : null;
}

/** @returns {Result} of a `turn_complete` */
export function resultOf(data, plays) {
  const win = data.winning_play ?? {};
  return {
    number: data.turn_number,
    winner: data.winner,
    type: win.type ?? '',
    piles: win.pilesWon ?? own(data.player_piles, data.winner) ?? win.pieces?.length ?? 0,
    last: data.all_hands_empty === true,
    plays,
  };
}

function playOf(player, play) {
  return {
    player,
    pieces: (play.pieces ?? []).map(parsePiece),
    type: play.is_valid === false ? 'INVALID' : (play.play_type ?? play.type ?? ''),
    value: play.play_value ?? 0,
  };
}
