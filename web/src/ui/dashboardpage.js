import { h } from './dom.js';
import { header } from './frame.js';

/** What the REST API says about the service, plainly, with the requests that were made. */
export function dashboardPage(app) {
  const { answers, history } = app.dashboard;
  return [
    header(app, h('a', { href: '/metrics/dashboard', 'data-inside': true }, 'Dashboard'), h('a', { href: '/lobby', 'data-inside': true }, 'Lobby')),
    h('main', { class: 'page' },
      history ? historyView(app, history) : overview(answers)),
  ];
}

function overview(answers) {
  const health = answers['/api/health'];
  const stats = answers['/api/system/stats'];
  const rooms = answers['/api/rooms'];
  return [
    h('h1', null, 'Service'),
    h('div', { class: 'tiles', 'data-testid': 'tiles' },
      tile('Health', health?.body?.status ?? 'no answer', health?.ok ? 'good' : 'bad'),
      tile('Up', health?.body?.uptime_formatted),
      tile('Rooms', stats?.body?.rooms?.total_rooms),
      tile('Games', stats?.body?.rooms?.active_games),
      tile('Players', stats?.body?.rooms?.total_players)),
    h('section', null, h('h2', null, 'Rooms'), roomTable(rooms)),
    h('section', null, h('h2', null, 'Answers'), Object.entries(answers).map(([path, answer]) => raw(path, answer))),
  ];
}

function tile(label, value, kind = '') {
  return h('div', { class: `card tile ${kind}` }, h('span', { class: 'muted' }, label), h('strong', null, value ?? '–'));
}

function roomTable(answer) {
  if (!answer?.ok) return h('p', { class: 'fault' }, answer ? faultOf(answer) : 'Asking…');
  const rooms = answer.body.rooms ?? [];
  if (rooms.length === 0) return h('p', { class: 'empty' }, 'No rooms.');
  return h('div', { class: 'scroll' }, h('table', { class: 'points' },
    h('thead', null, h('tr', null, ['Room', 'Host', 'State', 'Seats', 'Last activity', ''].map((title) => h('th', { scope: 'col' }, title)))),
    h('tbody', null, rooms.map((room) => h('tr', { key: room.room_id },
      h('th', { scope: 'row', class: 'code' }, room.room_id),
      h('td', null, room.host_name),
      h('td', null, room.status ?? (room.started ? 'running' : 'open')),
      h('td', null, `${room.occupied_slots ?? '–'}/${room.total_slots ?? 4}`),
      h('td', null, time(room.last_activity)),
      h('td', null, h('a', { href: `/metrics/dashboard?room=${encodeURIComponent(room.room_id)}`, 'data-inside': true }, 'History')))))));
}

function historyView(app, history) {
  return [
    h('div', { class: 'row between wrap' },
      h('h1', null, 'History of ', h('span', { class: 'code' }, history.room)),
      h('button', { disabled: history.loading, onclick: () => app.dashboard.more(), 'data-testid': 'more-events' }, history.more ? 'Next page' : 'What is new?')),
    history.fault && h('p', { class: 'fault', role: 'alert' }, history.fault),
    history.answer && h('p', { class: 'muted code' }, `GET ${history.answer.path} → ${history.answer.status}, ${history.answer.ms} ms`),
    history.events.length === 0 && !history.loading
      ? h('p', { class: 'empty' }, 'No events.')
      : h('div', { class: 'scroll' }, h('table', { class: 'points events', 'data-testid': 'events' },
        h('thead', null, h('tr', null, ['#', 'Time', 'Event', 'Player', 'What'].map((title) => h('th', { scope: 'col' }, title)))),
        h('tbody', null, history.events.map((event) => h('tr', { key: event.sequence },
          h('td', null, event.sequence), h('td', null, time(event.created_at)), h('td', { class: 'code' }, event.event_type),
          h('td', null, event.player_id ?? ''), h('td', { class: 'code payload' }, JSON.stringify(event.payload))))))),
  ];
}

function raw(path, answer) {
  return h('details', { class: 'card' },
    h('summary', null, h('span', { class: 'code' }, `GET ${path}`), ` → ${answer.status || 'none'}, ${answer.ms} ms`),
    h('pre', null, JSON.stringify(answer.body, null, 2)));
}

const faultOf = (answer) => answer.body?.detail ?? `Status ${answer.status}`;

function time(text) {
  const date = new Date(text ?? NaN);
  return Number.isNaN(date.getTime()) ? '–' : date.toLocaleTimeString();
}
