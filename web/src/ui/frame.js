import { h } from './dom.js';

const LINK_TEXT = {
  waiting: 'Connection lost. Reconnecting…',
  connecting: 'Reconnecting…',
};

/** The line above the page while there is no connection, or while the server keeps us waiting. */
export function banner(app) {
  const { link, everOpen, moving } = app.ui;
  if (link === 'stopped') {
    return h('div', { class: 'banner', role: 'alert', 'data-testid': 'banner' },
      h('span', null, 'The server ended this connection. Perhaps the game is open in another tab.'),
      h('button', { class: 'small', onclick: app.reconnect }, 'Play here'));
  }
  if (link === 'open' && (app.model.paused || app.ui.slow)) return waiting(app);
  if (!everOpen || !LINK_TEXT[link]) return null;
  return h('div', { class: 'banner', role: 'status', 'data-testid': 'banner' },
    h('span', { class: 'spinner', 'aria-hidden': 'true' }),
    h('span', null, moving ? 'The server is being renewed. Your game goes on in a moment…' : LINK_TEXT[link]),
    link === 'waiting' && h('button', { class: 'small', onclick: app.reconnect }, 'Try now'));
}

function waiting(app) {
  const { paused } = app.model;
  return h('div', { class: paused ? 'banner' : 'banner quiet-banner', role: 'status', 'data-testid': paused ? 'paused' : 'slow' },
    h('span', { class: 'spinner', 'aria-hidden': 'true' }),
    h('span', null, paused ? `Paused: ${paused}` : 'Waiting for your room. One moment…'));
}

/** Short messages; they leave by themselves. */
export function toasts(app) {
  return h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' },
    app.model.notices.map((notice) => h('div', { key: notice.id, class: `toast ${notice.kind}`, 'data-testid': 'toast' },
      h('span', null, notice.text),
      h('button', { class: 'quiet', 'aria-label': 'Dismiss', onclick: app.dismiss(notice.id) }, '×'))));
}

/** The head of every page but the table. */
export function header(app, ...right) {
  return h('header', { class: 'masthead' },
    h('a', { href: '/', 'data-inside': true, class: 'brand' }, h('span', { class: 'mark', 'aria-hidden': 'true' }, 'L'), 'Liap Tui'),
    h('div', { class: 'row' }, right));
}

/** A round badge with the first letter of a player, or a sign for a bot. */
export function avatar(player) {
  const kind = player.bot || player.away ? 'bot' : (player.color ?? 'blue');
  return h('span', { class: `avatar ${kind}`, 'aria-hidden': 'true' }, kind === 'bot' ? '⚙' : [...player.name][0].toUpperCase());
}
