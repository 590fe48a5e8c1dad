import { gamePage } from '../games/liaptui/table.js';
import { dashboardPage } from './dashboardpage.js';
import { h } from './dom.js';
import { banner, header, toasts } from './frame.js';
import { homePage } from './home.js';
import { lobbyPage } from './lobby.js';
import { roomPage } from './room.js';

const PAGES = { home: homePage, lobby: lobbyPage, room: roomPage, game: gamePage, dashboard: dashboardPage };

const TITLES = { home: 'Liap Tui', lobby: 'Lobby · Liap Tui', dashboard: 'Dashboard · Liap Tui' };

/** The page for where we are, with what lies over every page. */
export function pageOf(app) {
  document.title = TITLES[app.route.page] ?? titleAtTable(app);
  const body = (PAGES[app.route.page] ?? lostPage)(app);
  const key = `${app.route.page}-${app.route.room ?? ''}`;
  return [h('div', { key, class: `screen at-${app.route.page}` }, banner(app), body), h('div', { key: 'toasts' }, toasts(app))];
}

// The title tells who looks at another tab that it is their turn.
function titleAtTable(app) {
  const { game } = app.model;
  const mine = game && !game.result && (game.current === app.me || game.deal?.awaiting.includes(app.me));
  return `${mine ? '● Your turn · ' : ''}${app.route.room ?? ''} · Liap Tui`;
}

function lostPage(app) {
  return [header(app), h('main', { class: 'page narrow' },
    h('h1', null, 'Nothing here'),
    h('p', null, h('a', { href: '/', 'data-inside': true }, 'To the start page')))];
}
