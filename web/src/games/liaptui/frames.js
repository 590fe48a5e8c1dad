import { own } from '../../state/own.js';
import { parsePiece } from './pieces.js';
import { playsOf, resultOf, turnOf } from './turns.js';

/**
 * @typedef {object} Player
 * @property {string} name
 * @property {import('./pieces.js').Piece[]} hand empty unless it is ours; order and indices are the server's
 * @property {number} handSize
 * @property {boolean} bot
 * @property {boolean} away a person whose seat a bot plays for now
 * @property {string | null} color
 * @property {number} score
 * @property {number | null} declared null before the player declared
 * @property {number} captured piles of this round
 * @property {number} zeros declarations of 0 in a row
 *
 * @typedef {object} Game
 * @property {string} phase
 * @property {number} round
 * @property {number} multiplier
 * @property {Player[]} players in seat order
 * @property {boolean | null} seated whether we hold a seat; null while no hand was dealt
 * @property {{dealing: boolean, awaiting: string[], received: number, needed: number, hurry: number | null} | null} deal
 * @property {{name: string, reason: string} | null} starter
 * @property {string | null} current who must act
 * @property {Record<string, number>} declarations
 * @property {import('./turns.js').Turn | null} turn
 * @property {import('./turns.js').Result | null} result of the turn just ended
 * @property {import('./turns.js').Result | null} previous result of the turn before
 * @property {Record<string, any> | null} scores by name, as on the wire
 * @property {{rankings: any[], rounds: number, duration: string, winners: string[]} | null} over
 * @property {string[]} away
 */

/** @type {Game} */
const BLANK = {
  phase: 'waiting', round: 0, multiplier: 1, players: [], seated: null, deal: null, starter: null, current: null,
  declarations: {}, turn: null, result: null, previous: null, scores: null, over: null, away: [],
};

/**
 * Folds one frame into the game; events it does not know change nothing.
 *
 * @param {Game | null} game
 * @param {string} event
 * @param {Record<string, any>} data
 * @param {string | null} me
 * @returns {Game | null}
 */
export function gameFrame(game, event, data, me) {
  switch (event) {
    case 'game_started':
      return game ?? BLANK;
    case 'phase_change':
      return phaseChange(game ?? BLANK, data, me);
    case 'turn_complete':
      return turnComplete(game ?? BLANK, data);
    case 'declare':
      return declared(game ?? BLANK, data.player, data.value);
    case 'redeal_executed':
      return { ...(game ?? BLANK), multiplier: data.redeal_multiplier ?? 1 };
    case 'player_disconnected':
      return game && marked(game, [...game.away, data.player_name]);
    case 'player_reconnected':
      return game && marked(game, game.away.filter((name) => name !== data.player_name));
    default:
      return game;
  }
}

function phaseChange(game, data, me) {
  const details = data.phase_data ?? {};
  const fresh = game.round !== 0 && data.round !== game.round;
  const base = {
    ...game,
    ...(fresh ? { multiplier: 1, declarations: {}, turn: null, result: null, previous: null } : {}),
    phase: data.phase, round: data.round, deal: null, current: null, scores: null,
  };
  const next = { ...base, ...byPhase(base, data.phase, details) };
  const players = playersOf(data.players ?? {}, next, details);
  const all = players.length > 0 ? players : game.players;
  return { ...next, players: all, seated: seated(game.seated, all.find((player) => player.name === me)) };
}

function byPhase(game, phase, details) {
  const multiplier = details.redeal_multiplier ?? game.multiplier;
  switch (phase) {
    case 'preparation':
      return { multiplier, deal: dealOf(details), declarations: {}, turn: null, result: null, previous: null, starter: null };
    case 'round_start':
      return { starter: { name: details.current_starter, reason: details.starter_reason }, declarations: {} };
    case 'declaration':
      return { declarations: details.declarations ?? {}, current: details.current_declarer || null };
    case 'turn':
      return turnFrame(game, details);
    case 'scoring':
      return { multiplier, scores: details.round_scores ?? {}, result: null };
    case 'game_over':
      return { over: overOf(details), result: null };
    default:
      return {};
  }
}

function dealOf(details) {
  return {
    dealing: details.dealing_cards === true,
    awaiting: details.weak_players_awaiting ?? [],
    received: details.decisions_received ?? 0,
    needed: details.decisions_needed ?? 0,
    hurry: details.timeout_warning ? (details.seconds_remaining ?? null) : null,
  };
}

function turnFrame(game, details) {
  const turn = turnOf(details);
  const same = game.result?.number === turn.number && turn.plays.length > 0;
  const full = turn.plays.length === playersAtTable(turn, game);
  return {
    turn,
    current: full ? null : details.current_player || null,
    result: same ? game.result : null,
    previous: same ? game.previous : (game.result ?? game.previous),
  };
}

const playersAtTable = (turn, game) => turn.order.length || game.players.length || 4;

function turnComplete(game, data) {
  const told = new Map((data.turn_players_data ?? []).map((player) => [player.name, player]));
  const players = game.players.map((player) => ({
    ...player,
    captured: told.get(player.name)?.captured_piles ?? player.captured,
    declared: told.get(player.name)?.declared ?? player.declared,
  }));
  const shown = playsOf(data) ?? game.turn?.plays ?? [];
  return { ...game, players, current: null, result: resultOf(data, shown) };
}

function playersOf(wire, game, details) {
  const open = ['preparation', 'round_start', 'waiting'].includes(game.phase);
  const settled = !open && game.phase !== 'declaration';
  return Object.entries(wire).map(([name, player]) => ({
    name,
    hand: (player.hand ?? []).map(parsePiece),
    handSize: player.hand_size ?? player.hand?.length ?? 0,
    bot: player.is_bot === true,
    away: game.away.includes(name),
    color: player.avatar_color ?? null,
    score: player.score ?? 0,
    declared: open ? null : (own(game.declarations, name) ?? (settled ? (player.declared ?? null) : null)),
    captured: player.captured_piles ?? own(details.pile_counts, name) ?? 0,
    zeros: player.zero_declares_in_a_row ?? 0,
  }));
}

// An empty hand while pieces are left means that the server shows us no hand: we watch.
function seated(before, mine) {
  if (!mine) return false;
  if (mine.hand.length > 0) return true;
  return mine.handSize > 0 ? false : before;
}

function declared(game, name, value) {
  const declarations = { ...game.declarations, [name]: value };
  const players = game.players.map((player) => (player.name === name ? { ...player, declared: value } : player));
  return { ...game, declarations, players };
}

function marked(game, away) {
  return { ...game, away, players: game.players.map((player) => ({ ...player, away: away.includes(player.name) })) };
}

function overOf(details) {
  const stats = details.game_stats ?? {};
  const rankings = [...(details.final_rankings ?? [])].sort((a, b) => a.rank - b.rank);
  return { rankings, rounds: stats.total_rounds ?? 0, duration: stats.game_duration ?? '', winners: details.winners ?? [] };
}
