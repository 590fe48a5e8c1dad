import { h } from '../../ui/dom.js';
import { glyph, spoken } from './pieces.js';

/**
 * A piece on the board.
 *
 * @param {import('./pieces.js').Piece} piece
 * @param {{chinese: boolean, down?: boolean, key?: any}} how
 */
export function token(piece, { chinese, down = false, key = null }) {
  if (down || piece.name === 'UNKNOWN') return h('span', { key, class: 'piece down', role: 'img', 'aria-label': 'face down' });
  return h('span', { key, class: `piece ${piece.color}`, role: 'img', 'aria-label': spoken(piece) }, faces(piece, chinese));
}

/** A piece of our hand: a button that selects it. */
export function handToken({ index, piece }, { chinese, selected, place, onclick }) {
  return h('button', {
    key: `${index}-${piece.name}-${piece.color}`, type: 'button', class: `piece ${piece.color}`, onclick,
    'aria-pressed': selected ? 'true' : 'false', 'aria-label': spoken(piece), title: `${spoken(piece)} (key ${place + 1})`,
    'data-testid': 'hand-piece', 'data-piece': `${piece.name}_${piece.color.toUpperCase()}`, 'data-value': piece.value,
  }, faces(piece, chinese));
}

function faces(piece, chinese) {
  return [h('span', { class: 'face', lang: 'zh-Hant' }, glyph(piece, chinese)), h('span', { class: 'points' }, piece.value)];
}

/** @returns {boolean} whether this device can draw the characters; if not, pieces carry letters */
export function drawsChinese() {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 24;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return true;
  const picture = (text) => {
    pen.clearRect(0, 0, 24, 24);
    pen.font = '18px sans-serif';
    pen.fillText(text, 2, 19);
    return pen.getImageData(0, 0, 24, 24).data.join();
  };
  // A missing character is drawn as the same box, whichever it is.
  return picture('帥') !== picture('砲');
}
