import { avatar, header } from './frame.js';
import { h } from './dom.js';

/** The open rooms, and the ways into one. */
export function lobbyPage(app) {
  const { rooms, loaded, notice } = app.model.lobby;
  const busy = app.ui.pending !== null;
  const back = app.sessions.latestRoom();
  return [
    header(app, h('span', { class: 'muted' }, 'You are '), h('a', { href: '/', 'data-inside': true, class: 'whoami' }, app.sessions.name())),
    h('main', { class: 'page' },
      h('div', { class: 'row between wrap' },
        h('h1', null, 'Lobby'),
        h('div', { class: 'row wrap' },
          h('form', { class: 'row', onsubmit: app.joinById },
            h('input', {
              name: 'room', class: 'code', placeholder: 'Room id', 'aria-label': 'Room id', maxlength: 6, autocomplete: 'off',
              'data-testid': 'room-id',
            }),
            h('button', { type: 'submit', disabled: busy, 'data-testid': 'join-by-id' }, 'Join')),
          h('button', { class: 'primary', disabled: busy, onclick: app.createRoom, 'data-testid': 'create-room' }, 'New room'))),
      notice && h('p', { class: 'card', role: 'status', 'data-testid': 'lobby-notice' }, notice),
      back && h('div', { class: 'card row between' },
        h('span', null, `You have a seat in room ${back}.`),
        h('a', { class: 'button', href: `/game/${back}`, 'data-inside': true }, 'Back to the game')),
      h('section', { class: 'rooms', 'aria-label': 'Open rooms', 'data-testid': 'rooms' },
        rooms.map((room) => roomRow(app, room, busy)),
        rooms.length === 0 && h('p', { class: 'empty' }, loaded ? 'No open room. Make one: bots fill the free seats.' : 'Looking for rooms…'))),
  ];
}

function roomRow(app, room, busy) {
  const full = room.taken >= room.total;
  return h('article', { key: room.id, class: 'card room', 'data-testid': `room-${room.id}` },
    h('div', { class: 'stack tight' },
      h('strong', { class: 'code' }, room.id),
      h('span', { class: 'muted' }, `${room.host}'s room`)),
    h('div', { class: 'row seats' },
      [0, 1, 2, 3].map((at) => (room.slots[at]
        ? h('span', { title: room.slots[at].name, class: 'row' }, avatar(room.slots[at]))
        : h('span', { class: 'avatar free', title: 'free' })))),
    h('span', { class: 'muted' }, `${room.taken} of ${room.total}`),
    full
      ? h('a', { class: 'button', href: `/room/${room.id}`, 'data-inside': true, title: 'The host can free a seat' }, 'Look in')
      : h('button', { class: 'primary', disabled: busy, onclick: app.join(room.id), 'data-testid': `join-${room.id}` }, 'Join'));
}
