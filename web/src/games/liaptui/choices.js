import { classify, typeLabel } from './playtypes.js';

const SEATS = 4;
const PILES = 8;
const ZEROS_IN_A_ROW = 2;

/**
 * Which declarations the rules forbid (rules, section 5), and why.
 *
 * @param {Record<string, number>} declarations made so far this round
 * @param {number} zeros how often in a row this player declared 0
 * @returns {Map<number, string>} value to reason
 */
export function forbiddenDeclarations(declarations, zeros) {
  const forbidden = new Map();
  const made = Object.values(declarations);
  const rest = PILES - made.reduce((sum, value) => sum + value, 0);
  if (made.length === SEATS - 1 && rest >= 0 && rest <= PILES) {
    forbidden.set(rest, `${rest} would make the total exactly ${PILES}.`);
  }
  if (zeros >= ZEROS_IN_A_ROW) forbidden.set(0, 'You declared 0 twice in a row.');
  return forbidden;
}

/**
 * What the player should know about the selected pieces.
 *
 * @param {import('./pieces.js').Piece[]} selected
 * @param {{required: number | null, leadType: string | null, mine: boolean}} turn
 * @returns {{playable: boolean, text: string, warn: boolean}}
 */
export function judge(selected, { required, leadType, mine }) {
  const count = selected.length;
  const { type, value } = classify(selected);
  const name = type === 'INVALID' ? 'No set' : `${typeLabel(type)}, ${value}`;
  if (!mine) return { playable: false, warn: false, text: count ? name : '' };
  return required === null ? lead(count, type, name) : follow(count, required, type, leadType, name);
}

function lead(count, type, name) {
  if (count === 0) return { playable: false, warn: false, text: 'You lead. Select a set of 1 to 6 pieces.' };
  if (type === 'INVALID') return { playable: false, warn: true, text: 'These pieces are no set. The leader must play one.' };
  return { playable: true, warn: false, text: name };
}

function follow(count, required, type, leadType, name) {
  const pieces = required === 1 ? 'piece' : 'pieces';
  if (count !== required) {
    const left = required - count;
    const text = left > 0 ? `Select ${count ? `${left} more` : `${required} ${pieces}`}.` : `Only ${required} ${pieces}.`;
    return { playable: false, warn: left < 0, text };
  }
  const loses = leadType && type !== leadType;
  return { playable: true, warn: false, text: loses ? `${name}: cannot win, the lead is ${typeLabel(leadType)}` : name };
}
