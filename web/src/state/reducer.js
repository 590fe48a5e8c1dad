import { gameFrame } from '../games/liaptui/frames.js';
import { own } from './own.js';
import { slotsOf, summaries } from './rooms.js';

/**
 * @typedef {object} Model everything the pages show, made of server frames only
 * @property {{rooms: import('./rooms.js').Summary[], loaded: boolean, notice: string | null}} lobby the notice says why no room can be made
 * @property {import('./rooms.js').Room | null} room
 * @property {import('../games/liaptui/frames.js').Game | null} game
 * @property {string | null} host of our room
 * @property {number | null} turnLimit seconds after which a bot makes a move that a player leaves open
 * @property {{room: string, name?: string} | null} entered the server gave us a seat in this room
 * @property {{why: 'closed' | 'missing' | 'removed', text: string} | null} gone the room is no more, for us
 * @property {{id: number, kind: 'info' | 'error', text: string}[]} notices
 * @property {string | null} paused why nothing goes on, in the server's words
 */

/** @returns {Model} */
export function emptyModel() {
  return { lobby: { rooms: [], loaded: false, notice: null }, ...noRoom(), notices: [], paused: null, turnLimit: null };
}

const noRoom = () => ({ room: null, game: null, host: null, entered: null, gone: null });

let lastNotice = 0;

/**
 * Folds one frame into the model; pure but for the numbers of notices.
 *
 * @param {Model} model
 * @param {import('../net/envelope.js').Frame} frame events that begin with `@` come from the page itself
 * @param {string | null} me our name in this room
 * @returns {Model}
 */
export function reduce(model, { event, data }, me) {
  switch (event) {
    case '@channel':
      return { ...model, ...noRoom(), paused: null };
    case '@lost':
    case 'resumed':
      return { ...model, paused: null };
    case 'paused':
      return { ...model, paused: data.message ?? 'The server waits for its storage.' };
    case '@rewound':
      return notice(model, 'error', 'The server lost its storage, and the last moves with it. Please play them again.');
    case '@notice':
      return notice(model, data.kind ?? 'info', data.text);
    case '@dismiss':
      return { ...model, notices: model.notices.filter((one) => one.id !== data.id) };
    case 'room_list_update':
      return { ...model, lobby: { rooms: summaries(data.rooms), loaded: true, notice: data.notice ?? null } };
    case 'room_created':
      return data.room_id === 'lobby' ? model : { ...model, entered: { room: data.room_id } };
    case 'room_joined':
      return { ...model, entered: { room: data.room_id, name: data.player_name } };
    case 'room_update':
      return { ...model, room: slotsOf(data), host: data.host_name ?? null };
    case 'room_closed':
      return { ...model, gone: { why: data.reason === 'player_removed' ? 'removed' : 'closed', text: closedText(data) } };
    case 'announcement':
      return notice(model, 'info', data.message ?? '');
    case 'room_not_found':
      return model.gone ? model : { ...model, gone: { why: 'missing', text: `There is no room ${data.room_id ?? ''} any more.` } };
    case 'error':
      return notice(model, 'error', data.message ?? 'The server refused that.');
    case 'hello':
      return { ...model, turnLimit: data.turn_limit ?? null };
    case 'room_state_update':
      return { ...model, host: data.host_name ?? model.host };
    case 'host_changed':
      return notice(withGame({ ...model, host: data.new_host }, event, data, me), 'info', `${data.new_host} is the host now.`);
    case 'player_disconnected':
      return notice(withGame(model, event, data, me), 'info', `A bot plays for ${data.player_name} now.`);
    case 'player_reconnected':
      return notice(withGame(model, event, data, me), 'info', `${data.player_name} is back.`);
    default:
      return withGame(model, event, data, me);
  }
}

function withGame(model, event, data, me) {
  const game = gameFrame(model.game, event, data, me);
  return game === model.game ? model : { ...model, game };
}

function notice(model, kind, text) {
  const kept = model.notices.filter((one) => one.text !== text).slice(-3);
  return { ...model, notices: [...kept, { id: ++lastNotice, kind, text }] };
}

function closedText(data) {
  const known = { host_left: 'The host left, so the room is closed.', player_removed: 'The host gave your seat away.' };
  return own(known, data.reason) ?? data.message ?? 'The room is closed.';
}
