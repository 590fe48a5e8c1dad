import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyModel, reduce } from '../src/state/reducer.js';
import { FOUR_PLAYS, phase, players, turn, TURN_COMPLETE } from './table.js';

const after = (frames, me = 'Mina') => frames.reduce((model, frame) => reduce(model, frame, me), emptyModel());

test('the lobby shows open rooms only, those with a free seat first', () => {
  const room = (id, taken, started = false) => ({
    room_id: id, host_name: 'Omar', started, total_slots: 4, players: [0, 1, 2, 3].map((at) => (at < taken ? { name: `N${at}` } : null)),
  });
  const model = after([{ event: 'room_list_update', data: { rooms: [room('FULL', 4), room('GONE', 2, true), room('FREE', 3)] } }]);
  assert.deepEqual(model.lobby.rooms.map((one) => one.id), ['FREE', 'FULL']);
  assert.equal(model.lobby.rooms[0].taken, 3);
});

test('a room created by somebody else does not drag us along', () => {
  assert.equal(after([{ event: 'room_created', data: { room_id: 'lobby' } }]).entered, null);
  assert.deepEqual(after([{ event: 'room_created', data: { room_id: 'AB12CD' } }]).entered, { room: 'AB12CD' });
});

test('the lobby says why no room can be made', () => {
  const full = { event: 'room_list_update', data: { rooms: [], notice: 'The server is full.' } };
  assert.equal(after([full]).lobby.notice, 'The server is full.');
  assert.equal(after([full, { event: 'room_list_update', data: { rooms: [] } }]).lobby.notice, null);
});

test('who is host is known in a game too', () => {
  const state = { event: 'room_state_update', data: { slots: {}, host_name: 'Mina' } };
  assert.equal(after([state]).host, 'Mina');
  assert.equal(after([state, { event: 'host_changed', data: { old_host: 'Mina', new_host: 'Omar' } }]).host, 'Omar');
});

test('the server says why it waits, and that it goes on', () => {
  const paused = { event: 'paused', data: { reason: 'storage', message: 'The server waits for its storage.' } };
  assert.equal(after([paused]).paused, 'The server waits for its storage.');
  assert.equal(after([paused, { event: 'resumed', data: {} }]).paused, null);
  assert.equal(after([paused, { event: '@lost', data: {} }]).paused, null);
});

test('moves that were lost are not passed over', () => {
  assert.match(after([{ event: '@rewound', data: {} }]).notices[0].text, /last moves/);
});

test('what the operators announce is shown', () => {
  const notice = after([{ event: 'announcement', data: { message: 'Back at ten.', timestamp: 1 } }]).notices[0];
  assert.equal(notice.text, 'Back at ten.');
});

test('a game that the operators closed says so, and not that it is missing', () => {
  const closed = { event: 'room_closed', data: { message: 'The operators of this server closed the room.', reason: 'closed_by_operator' } };
  const gone = after([closed, { event: 'room_not_found', data: { room_id: 'AB12CD' } }]).gone;
  assert.deepEqual(gone, { why: 'closed', text: 'The operators of this server closed the room.' });
});

test('an empty seat stays an empty seat', () => {
  const model = after([{ event: 'room_update', data: { room_id: 'A', host_name: 'Omar', started: false, players: [{ name: 'Omar', is_host: true }, null, null, null] } }]);
  assert.deepEqual(model.room.slots.map((slot) => slot?.name ?? null), ['Omar', null, null, null]);
});

test('the hand keeps the order and the indices of the server', () => {
  const { game } = after([phase('declaration')]);
  assert.deepEqual(game.players[1].hand.map((piece) => piece.value), [1, 6, 6, 3]);
});

test('phase_change may come before game_started', () => {
  const model = after([phase('preparation', { dealing_cards: true }), { event: 'game_started', data: {} }]);
  assert.equal(model.game.phase, 'preparation');
  assert.equal(model.game.deal.dealing, true);
});

test('who gets no hand watches, whatever name they typed', () => {
  assert.equal(after([phase('turn')]).game.seated, true);
  assert.equal(after([phase('turn')], 'Omar').game.seated, false);
  assert.equal(after([phase('turn')], 'Nobody').game.seated, false);
});

test('an emptied hand at the end of a round does not make us watchers', () => {
  const end = phase('scoring', { round_scores: {} }, { players: players({}, []) });
  assert.equal(after([phase('turn'), end]).game.seated, true);
});

test('0 declared and not yet declared are told apart', () => {
  const { game } = after([phase('declaration', { declarations: { Mina: 0 }, current_declarer: 'Bot 3' })]);
  assert.deepEqual(game.players.map((player) => player.declared), [null, 0, null, null]);
  assert.equal(game.current, 'Bot 3');
});

test('declarations stay through the turns and go with the next round', () => {
  const declared = phase('declaration', { declarations: { Mina: 2, Omar: 1, 'Bot 3': 0, 'Bot 4': 3 }, current_declarer: null });
  assert.deepEqual(after([declared, turn({})]).game.players.map((player) => player.declared), [1, 2, 0, 3]);
  const next = phase('preparation', { dealing_cards: true }, { round: 2 });
  assert.deepEqual(after([declared, turn({}), next]).game.declarations, {});
});

test('coming back in a turn, the declarations before the state count', () => {
  const { game } = after([
    { event: 'redeal_executed', data: { redeal_multiplier: 3 } },
    { event: 'declare', data: { player: 'Mina', value: 4 } },
    turn({}),
  ]);
  assert.equal(game.players[1].declared, 4);
  assert.equal(game.multiplier, 3);
});

test('the required count of the turn before never sticks', () => {
  const { game } = after([turn({}, { required_piece_count: 3 }), turn({}, { required_piece_count: null, current_turn_number: 2 })]);
  assert.equal(game.turn.required, null);
});

test('after the fourth play nobody has to act', () => {
  assert.equal(after([turn(FOUR_PLAYS, { current_player: 'Omar' })]).game.current, null);
});

test('a turn result shows the four plays, then becomes the last turn', () => {
  const done = after([turn(FOUR_PLAYS), TURN_COMPLETE]);
  assert.equal(done.game.result.winner, 'Bot 3');
  assert.equal(done.game.result.plays.length, 4);
  assert.equal(done.game.players[2].captured, 1);
  const next = reduce(done, turn({}, { current_turn_number: 2 }), 'Mina');
  assert.equal(next.game.result, null);
  assert.equal(next.game.previous.winner, 'Bot 3');
});

test('the turn frame of a restore, sent again, does not hide the result', () => {
  const { game } = after([turn(FOUR_PLAYS), TURN_COMPLETE, turn(FOUR_PLAYS)]);
  assert.equal(game.result.winner, 'Bot 3');
});

test('an absent player is marked until back', () => {
  const away = after([turn({}), { event: 'player_disconnected', data: { player_name: 'Omar' } }, turn({})]);
  assert.equal(away.game.players[0].away, true);
  assert.equal(reduce(away, { event: 'player_reconnected', data: { player_name: 'Omar' } }, 'Mina').game.players[0].away, false);
});

test('an error is a notice and changes nothing', () => {
  const before = after([turn({})]);
  const model = reduce(before, { event: 'error', data: { message: 'It is not your turn.' } }, 'Mina');
  assert.equal(model.notices[0].text, 'It is not your turn.');
  assert.equal(model.game, before.game);
});

test('an unknown event changes nothing', () => {
  const before = after([turn({})]);
  assert.equal(reduce(before, { event: 'sparkle', data: {} }, 'Mina'), before);
});

test('the end ranks four players', () => {
  const row = (name, rank) => ({ name, rank, score: 50 - rank, perfect_rounds: 1 });
  const { game } = after([phase('game_over', {
    final_rankings: [row('Omar', 2), row('Mina', 1), row('Bot 4', 4), row('Bot 3', 3)], winners: ['Mina'],
    game_stats: { total_rounds: 9, game_duration: '21 min' },
  })]);
  assert.deepEqual(game.over.rankings.map((one) => one.name), ['Mina', 'Omar', 'Bot 3', 'Bot 4']);
});
