import { h } from '../../ui/dom.js';
import { parsePiece, PIECE_TABLE } from './pieces.js';
import { TYPE_TABLE, typeLabel } from './playtypes.js';
import { token } from './tokens.js';

/** The rules on one page. @param {boolean} chinese */
export function howToPlay(chinese) {
  return h('details', { class: 'card help' },
    h('summary', null, 'How to play'),
    h('ol', null,
      h('li', null, 'Everyone gets 8 pieces. With no piece above 9 you may ask for a new deal; each new deal makes the round count once more.'),
      h('li', null, 'In turn, everyone declares how many of the 8 piles they will win. The total may not be 8. Nobody may declare 0 three rounds running.'),
      h('li', null, 'The leader plays a set of 1 to 6 pieces. The others play as many pieces. The highest set of the same kind wins as many piles as it has pieces; of equals, the first. The winner leads next.'),
      h('li', null, 'Exact: declared + 5 points (3 for a kept 0). Otherwise you lose the difference. The first to 50 wins.')),
    h('div', { class: 'columns' },
      h('table', null,
        h('caption', null, 'Pieces'),
        h('tbody', null, PIECE_TABLE.map(([name, red, black, copies]) => h('tr', null,
          h('td', null, h('span', { class: 'row' }, token(parsePiece(`${name}_RED(${red})`), { chinese }), token(parsePiece(`${name}_BLACK(${black})`), { chinese }))),
          h('td', null, name.toLowerCase()),
          h('td', { class: 'muted' }, `× ${copies} each`))))),
      h('table', null,
        h('caption', null, 'Sets'),
        h('tbody', null, TYPE_TABLE.map(([type, size, meaning]) => h('tr', null,
          h('td', null, typeLabel(type)), h('td', null, size), h('td', { class: 'muted' }, meaning)))))));
}
