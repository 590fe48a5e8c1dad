import { avatar, header } from './frame.js';
import { h } from './dom.js';

/** Four seats before the game. */
export function roomPage(app) {
  const { room } = app.model;
  const id = app.route.room;
  const mine = room?.slots.some((slot) => slot?.name === app.me) ?? false;
  const hosting = mine && room.host === app.me;
  const full = room?.slots.every(Boolean) ?? false;
  return [
    header(app, h('a', { href: '/lobby', 'data-inside': true }, 'Lobby')),
    h('main', { class: 'page narrow' },
      h('div', { class: 'row between wrap' },
        h('h1', null, 'Room ', h('span', { class: 'code', 'data-testid': 'room-code' }, id)),
        h('button', { onclick: app.copyLink }, 'Copy link')),
      h('section', { class: 'slots', 'aria-label': 'Seats', 'data-testid': 'slots' },
        [0, 1, 2, 3].map((at) => slotRow(app, room, at, hosting))),
      h('div', { class: 'row between wrap' }, room === null ? h('p', { class: 'muted' }, 'Looking for the room…') : foot(app, { mine, hosting, full }))),
  ];
}

function foot(app, { mine, hosting, full }) {
  if (!mine) return guestFoot(app, full);
  return [
    h('button', { onclick: app.leaveRoom, 'data-testid': 'leave' }, 'Leave'),
    hosting
      ? h('button', { class: 'primary', disabled: !full || app.ui.pending !== null, onclick: app.startGame, 'data-testid': 'start' },
        full ? 'Start the game' : 'Fill all seats to start')
      : h('p', { class: 'muted' }, `Waiting for ${app.model.room.host} to start…`),
  ];
}

function guestFoot(app, full) {
  return [
    h('p', { class: 'muted' }, full ? 'All seats are taken. The host can free one.' : 'You are watching. A seat is free.'),
    !full && h('button', { class: 'primary', onclick: app.join(app.route.room), 'data-testid': 'take-seat' }, 'Take a seat'),
  ];
}

function slotRow(app, room, at, hosting) {
  const slot = room?.slots[at] ?? null;
  const props = { key: at, class: `card slot${slot ? '' : ' free'}`, 'data-testid': `slot-${at + 1}` };
  if (!slot) {
    return h('div', props, h('span', { class: 'avatar free' }), h('span', { class: 'muted grow' }, room ? 'Free seat' : '…'),
      hosting && h('button', { onclick: app.addBot(at + 1), 'data-testid': `add-bot-${at + 1}` }, 'Add a bot'));
  }
  const self = slot.name === app.me;
  return h('div', props, avatar(slot),
    h('span', { class: 'grow' }, h('strong', null, slot.name), self && h('span', { class: 'muted' }, ' (you)')),
    slot.host && h('span', { class: 'tag' }, 'host'),
    slot.bot && h('span', { class: 'tag' }, 'bot'),
    hosting && !self && h('button', { onclick: app.removePlayer(at + 1), 'data-testid': `remove-${at + 1}` }, slot.bot ? 'Remove' : 'Kick'));
}
