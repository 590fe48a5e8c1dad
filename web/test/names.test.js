import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyModel, reduce } from '../src/state/reducer.js';
import { own } from '../src/state/own.js';
import { phase, play, turn } from './table.js';

const ODD = ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'];
const after = (frames, me) => frames.reduce((model, frame) => reduce(model, frame, me), emptyModel());
/** As it comes over the wire: JSON makes own properties of all of them. */
const table = (value) => JSON.parse(`{${ODD.map((name) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`);
const seat = { hand: [], hand_size: 8, is_bot: false, avatar_color: 'blue', score: 0, declared: 0, zero_declares_in_a_row: 0 };

test('what every object inherits was said of nobody', () => {
  for (const name of ODD) {
    assert.equal(own({}, name), undefined);
    assert.equal(own(null, name), undefined);
    assert.equal(own(table(3), name), 3);
  }
});

test('a player of an odd name has declared nothing before declaring, and has won nothing', () => {
  for (const details of [{ declarations: {}, declaration_order: ODD }, { declarations: {}, pile_counts: {} }]) {
    const { game } = after([phase('declaration', details, { players: table(seat) })]);
    assert.deepEqual(game.players.map((player) => player.name), ODD);
    for (const player of game.players) {
      assert.equal(player.declared, null, player.name);
      assert.equal(player.captured, 0, player.name);
    }
  }
});

test('what a player of an odd name did is shown', () => {
  const declared = after([
    phase('declaration', { declarations: {} }, { players: table(seat) }),
    ...ODD.map((player, value) => ({ event: 'declare', data: { player, value } })),
  ]);
  assert.deepEqual(declared.game.players.map((player) => player.declared), [0, 1, 2, 3, 4]);
  assert.deepEqual(ODD.map((name) => own(declared.game.declarations, name)), [0, 1, 2, 3, 4]);
  const told = after([phase('declaration', { declarations: table(5), pile_counts: table(2) }, { players: table(seat) })]);
  assert.deepEqual(told.game.players.map((player) => [player.declared, player.captured]), ODD.map(() => [5, 2]));
});

test('plays and piles of odd names', () => {
  const played = after([turn(table(play(['HORSE_RED(6)'], 'SINGLE', 6)), { pile_counts: {} })]);
  assert.deepEqual(played.game.turn.plays.map((one) => one.player), ODD);
  const complete = { event: 'turn_complete', data: { winner: 'constructor', winning_play: { type: 'SINGLE' }, player_piles: {}, turn_number: 1 } };
  assert.equal(reduce(played, complete, 'Mina').game.result.piles, 0);
});

test('a room closed for an odd reason says what the server says', () => {
  const { gone } = after([{ event: 'room_closed', data: { reason: 'constructor', message: 'Closed.' } }]);
  assert.equal(gone.text, 'Closed.');
});
