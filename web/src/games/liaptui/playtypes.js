import { own } from '../../state/own.js';

const COURT = ['GENERAL', 'ADVISOR', 'ELEPHANT'];
const FIELD = ['CHARIOT', 'HORSE', 'CANNON'];

const LABELS = {
  SINGLE: 'Single',
  PAIR: 'Pair',
  THREE_OF_A_KIND: 'Three of a kind',
  STRAIGHT: 'Straight',
  FOUR_OF_A_KIND: 'Four of a kind',
  EXTENDED_STRAIGHT: 'Extended straight',
  FIVE_OF_A_KIND: 'Five of a kind',
  EXTENDED_STRAIGHT_5: 'Extended straight of five',
  DOUBLE_STRAIGHT: 'Double straight',
  INVALID: 'No set',
};

/** @param {string} type as on the wire */
export const typeLabel = (type) => own(LABELS, type) ?? type;

/** What each set is, for the rules page: type, pieces, meaning. */
export const TYPE_TABLE = [
  ['SINGLE', '1', 'any piece'],
  ['PAIR', '2', 'two equal pieces'],
  ['THREE_OF_A_KIND', '3', 'soldiers of one colour'],
  ['STRAIGHT', '3', 'general, advisor, elephant, or chariot, horse, cannon, of one colour'],
  ['FOUR_OF_A_KIND', '4', 'soldiers of one colour'],
  ['EXTENDED_STRAIGHT', '4', 'a straight with one of its pieces twice'],
  ['FIVE_OF_A_KIND', '5', 'soldiers of one colour'],
  ['EXTENDED_STRAIGHT_5', '5', 'a straight with two of its pieces twice'],
  ['DOUBLE_STRAIGHT', '6', 'two chariots, two horses, two cannons of one colour'],
];

/**
 * Rules, section 7.
 *
 * @param {import('./pieces.js').Piece[]} pieces
 * @returns {{type: string, value: number}} type and the value that decides between plays of that type
 */
export function classify(pieces) {
  const counts = new Map();
  pieces.forEach((piece) => counts.set(piece.name, (counts.get(piece.name) ?? 0) + 1));
  const type = typeOf(pieces, counts);
  const values = new Map(pieces.map((piece) => [piece.name, piece.value]));
  const counted = type.startsWith('EXTENDED') ? [...values.values()] : pieces.map((piece) => piece.value);
  return { type, value: type === 'INVALID' ? 0 : counted.reduce((sum, value) => sum + value, 0) };
}

function typeOf(pieces, counts) {
  const size = pieces.length;
  if (size === 1) return 'SINGLE';
  if (size === 0 || size > 6 || pieces.some((piece) => piece.color !== pieces[0].color)) return 'INVALID';
  if (counts.size === 1) return sameName(size, pieces[0].name);
  const group = [COURT, FIELD].find((names) => names.includes(pieces[0].name));
  if (!group || counts.size !== 3 || ![...counts.keys()].every((name) => group.includes(name))) return 'INVALID';
  if (Math.max(...counts.values()) > 2) return 'INVALID';
  return { 3: 'STRAIGHT', 4: 'EXTENDED_STRAIGHT', 5: 'EXTENDED_STRAIGHT_5', 6: 'DOUBLE_STRAIGHT' }[size] ?? 'INVALID';
}

function sameName(size, name) {
  if (size === 2) return 'PAIR';
  const soldiers = { 3: 'THREE_OF_A_KIND', 4: 'FOUR_OF_A_KIND', 5: 'FIVE_OF_A_KIND' };
  return (name === 'SOLDIER' && soldiers[size]) || 'INVALID';
}
