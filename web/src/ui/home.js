import { header } from './frame.js';
import { h } from './dom.js';
import { howToPlay } from '../games/liaptui/help.js';

/** Who are you, and where were you. */
export function homePage(app) {
  const { fault, name } = app.ui.home;
  const back = app.sessions.latestRoom();
  return [
    header(app, h('a', { href: '/metrics/dashboard', 'data-inside': true }, 'Dashboard')),
    h('main', { class: 'page narrow' },
      h('section', { class: 'hero' },
        h('h1', null, 'Liap Tui'),
        h('p', null, 'Four players, 32 pieces. Say how many piles you will win, then win exactly that many.')),
      h('form', { class: 'card stack', onsubmit: app.enterName, novalidate: true },
        h('label', { for: 'name' }, 'Your name'),
        h('div', { class: 'row grow' },
          h('input', {
            id: 'name', name: 'name', value: name, maxlength: 20, autocomplete: 'nickname', autofocus: true, 'data-testid': 'name',
            'aria-invalid': fault ? 'true' : null, 'aria-describedby': 'name-fault', oninput: app.typeName,
          }),
          h('button', { class: 'primary', type: 'submit', 'data-testid': 'enter' }, 'Play')),
        h('p', { id: 'name-fault', class: 'fault', role: 'alert' }, fault ?? '')),
      back && h('div', { class: 'card row between' },
        h('span', null, `You have a seat in room ${back}.`),
        h('a', { class: 'button', href: `/game/${back}`, 'data-inside': true, 'data-testid': 'back-to-game' }, 'Back to the game')),
      howToPlay(app.ui.chinese)),
  ];
}
