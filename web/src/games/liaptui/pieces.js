/**
 * @typedef {object} Piece
 * @property {string} name `GENERAL` … `SOLDIER`, or `UNKNOWN` for one that is not shown yet
 * @property {'red' | 'black'} color
 * @property {number} value
 */

const GLYPHS = {
  GENERAL: { red: '帥', black: '將', latin: 'G' },
  ADVISOR: { red: '仕', black: '士', latin: 'A' },
  ELEPHANT: { red: '相', black: '象', latin: 'E' },
  CHARIOT: { red: '俥', black: '車', latin: 'R' },
  HORSE: { red: '傌', black: '馬', latin: 'H' },
  CANNON: { red: '炮', black: '砲', latin: 'C' },
  SOLDIER: { red: '兵', black: '卒', latin: 'S' },
};

/** Highest first: red value, black value, copies of each colour. */
export const PIECE_TABLE = [
  ['GENERAL', 14, 13, 1],
  ['ADVISOR', 12, 11, 2],
  ['ELEPHANT', 10, 9, 2],
  ['CHARIOT', 8, 7, 2],
  ['HORSE', 6, 5, 2],
  ['CANNON', 4, 3, 2],
  ['SOLDIER', 2, 1, 5],
];

export const STRONG_ABOVE = 9;

/**
 * @param {string | {kind: string, color: string, value: number}} wire `HORSE_RED(6)`, or the object that hides a piece
 * @returns {Piece}
 */
export function parsePiece(wire) {
  const match = typeof wire === 'string' && /^([A-Z]+)_(RED|BLACK)\((\d+)\)$/.exec(wire);
  if (match && GLYPHS[match[1]]) {
    return { name: match[1], color: match[2] === 'RED' ? 'red' : 'black', value: Number(match[3]) };
  }
  const kind = String(wire?.kind ?? '').replace(/_(RED|BLACK)$/, '').toUpperCase();
  if (GLYPHS[kind]) {
    return { name: kind, color: String(wire.color).toLowerCase() === 'red' ? 'red' : 'black', value: Number(wire.value) };
  }
  return { name: 'UNKNOWN', color: 'black', value: 0 };
}

/** @param {Piece} piece @param {boolean} chinese whether this device has the characters */
export function glyph(piece, chinese) {
  const glyphs = GLYPHS[piece.name];
  return glyphs ? (chinese ? glyphs[piece.color] : glyphs.latin) : '';
}

/** @param {Piece} piece */
export function spoken(piece) {
  return piece.name === 'UNKNOWN' ? 'face down' : `${piece.color} ${piece.name.toLowerCase()}, ${piece.value}`;
}

/** A weak hand has no piece above 9; its holder may ask for a new deal. */
export function isWeak(pieces) {
  return pieces.length > 0 && pieces.every((piece) => piece.value <= STRONG_ABOVE);
}

/**
 * The hand as people like to see it, each piece with its index in the hand as the server knows it.
 *
 * @param {Piece[]} hand
 * @returns {{index: number, piece: Piece}[]}
 */
export function displayOrder(hand) {
  const rank = (piece) => (piece.color === 'red' ? 100 : 0) + piece.value;
  return hand.map((piece, index) => ({ index, piece })).sort((a, b) => rank(b.piece) - rank(a.piece) || a.index - b.index);
}
