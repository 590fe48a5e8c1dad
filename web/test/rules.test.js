import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbiddenDeclarations, judge } from '../src/games/liaptui/choices.js';
import { displayOrder, isWeak, parsePiece, spoken } from '../src/games/liaptui/pieces.js';
import { classify } from '../src/games/liaptui/playtypes.js';
import { Picks } from '../src/games/liaptui/picks.js';
import { h } from '../src/ui/dom.js';

const VALUES = { GENERAL: 14, ADVISOR: 12, ELEPHANT: 10, CHARIOT: 8, HORSE: 6, CANNON: 4, SOLDIER: 2 };

/** `"R:horse*2 B:cannon"` */
function pieces(text) {
  return text.split(' ').flatMap((word) => {
    const [, color, name, count = '1'] = /^([RB]):(\w+?)(?:\*(\d))?$/.exec(word);
    const kind = name.toUpperCase();
    const value = VALUES[kind] - (color === 'B' ? 1 : 0);
    return Array(Number(count)).fill(parsePiece(`${kind}_${color === 'R' ? 'RED' : 'BLACK'}(${value})`));
  });
}

const SETS = [
  ['R:general', 'SINGLE', 14],
  ['B:soldier', 'SINGLE', 1],
  ['R:horse*2', 'PAIR', 12],
  ['R:horse B:horse', 'INVALID', 0],
  ['R:soldier*3', 'THREE_OF_A_KIND', 6],
  ['R:soldier*2 B:soldier', 'INVALID', 0],
  ['R:general R:advisor R:elephant', 'STRAIGHT', 36],
  ['B:chariot B:horse B:cannon', 'STRAIGHT', 15],
  ['R:chariot B:horse R:cannon', 'INVALID', 0],
  ['R:elephant R:chariot R:horse', 'INVALID', 0],
  ['B:soldier*4', 'FOUR_OF_A_KIND', 4],
  ['R:chariot R:horse*2 R:cannon', 'EXTENDED_STRAIGHT', 18],
  ['R:advisor*2 R:elephant*2', 'INVALID', 0],
  ['R:horse*2 R:cannon*2', 'INVALID', 0],
  ['R:soldier*5', 'FIVE_OF_A_KIND', 10],
  ['B:general B:advisor*2 B:elephant*2', 'EXTENDED_STRAIGHT_5', 33],
  ['R:chariot*2 R:horse*2 R:cannon*2', 'DOUBLE_STRAIGHT', 36],
];

for (const [text, type, value] of SETS) {
  test(`${text} is ${type} of ${value}`, () => assert.deepEqual(classify(pieces(text)), { type, value }));
}

test('nothing selected is no set', () => assert.equal(classify([]).type, 'INVALID'));

test('the last declarer may not make the total 8', () => {
  assert.deepEqual([...forbiddenDeclarations({ A: 3, B: 2, C: 1 }, 0).keys()], [2]);
  assert.deepEqual([...forbiddenDeclarations({ A: 3, B: 2 }, 0).keys()], []);
  assert.deepEqual([...forbiddenDeclarations({ A: 5, B: 3, C: 1 }, 0).keys()], []);
  assert.deepEqual([...forbiddenDeclarations({ A: 5, B: 3, C: 0 }, 0).keys()], [0]);
});

test('after two zeros in a row 0 is forbidden, also together with the sum rule', () => {
  assert.deepEqual([...forbiddenDeclarations({}, 1).keys()], []);
  assert.deepEqual([...forbiddenDeclarations({}, 2).keys()], [0]);
  assert.deepEqual([...forbiddenDeclarations({ A: 3, B: 2, C: 1 }, 2).keys()], [2, 0]);
});

test('the leader needs a set, a follower only the count', () => {
  const lead = { required: null, leadType: null, mine: true };
  assert.equal(judge(pieces('R:horse*2'), lead).playable, true);
  assert.equal(judge(pieces('R:horse B:horse'), lead).playable, false);
  assert.equal(judge([], lead).playable, false);
  const follow = { required: 2, leadType: 'PAIR', mine: true };
  assert.equal(judge(pieces('R:horse'), follow).playable, false);
  assert.match(judge(pieces('R:horse'), follow).text, /1 more/);
  assert.match(judge(pieces('R:horse B:horse'), follow).text, /cannot win/);
  assert.equal(judge(pieces('R:horse B:horse'), follow).playable, true);
  assert.equal(judge(pieces('R:horse*3'), follow).playable, false);
  assert.equal(judge(pieces('R:horse*2'), { ...follow, mine: false }).playable, false);
});

test('the shown order maps back to the indices of the server', () => {
  const hand = pieces('B:soldier R:horse B:general R:soldier');
  assert.deepEqual(displayOrder(hand).map((held) => held.index), [1, 3, 2, 0]);
});

test('only a hand without a piece above 9 is weak', () => {
  assert.equal(isWeak(pieces('B:elephant R:chariot')), true);
  assert.equal(isWeak(pieces('R:elephant R:chariot')), false);
  assert.equal(isWeak([]), false);
});

test('a hidden or unreadable piece is face down', () => {
  assert.equal(spoken(parsePiece({ kind: 'UNKNOWN', color: 'black', value: 0 })), 'face down');
  assert.equal(spoken(parsePiece('DRAGON_RED(99)')), 'face down');
  assert.equal(spoken(parsePiece({ kind: 'HORSE_RED', color: 'red', value: 6 })), 'red horse, 6');
});

test('a selection does not outlive its hand', () => {
  const picks = new Picks();
  picks.keepFor(pieces('R:horse B:soldier'));
  picks.toggle(1);
  picks.keepFor(pieces('R:horse B:soldier'));
  assert.deepEqual(picks.list(), [1]);
  picks.keepFor(pieces('R:horse'));
  assert.deepEqual(picks.list(), []);
});

test('a button keeps its identity when a neighbour comes or goes', () => {
  assert.equal(h('button', { 'data-testid': 'play-button' }).key, 'play-button');
  assert.equal(h('button', { 'data-testid': 'hand-piece', key: 3 }).key, 3);
  assert.equal(h('span', { 'data-testid': 'rank' }).key, null);
});
