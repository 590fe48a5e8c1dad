import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff } from '../src/net/backoff.js';
import { decode, encode } from '../src/net/envelope.js';
import { Progress } from '../src/net/progress.js';
import { nameFault, Sessions } from '../src/state/sessions.js';
import { parseRoute } from '../src/ui/router.js';
import { Wire } from './wire.js';

test('a lost connection comes back and says again who we are, numbered from 1', () => {
  const wire = new Wire();
  const channel = wire.channel();
  channel.open();
  wire.accept();
  channel.send('get_room_state');
  wire.latest.onclose({ code: 1012 });
  assert.equal(wire.links.at(-1), 'waiting');
  wire.fire();
  wire.accept();
  channel.send('get_room_state');
  assert.equal(wire.opened, 2);
  assert.equal(wire.latest.sent[0].sequence, 1);
});

test('after 1000 the client stays away until asked', () => {
  const wire = new Wire();
  const channel = wire.channel();
  channel.open();
  wire.accept();
  wire.latest.onclose({ code: 1000 });
  assert.equal(wire.links.at(-1), 'stopped');
  assert.deepEqual(wire.timers, []);
  channel.open();
  assert.equal(wire.sockets.length, 2);
});

test('a server that goes away in order names the delay', () => {
  const wire = new Wire();
  const channel = wire.channel();
  channel.open();
  wire.accept();
  channel.postpone(3210);
  wire.latest.onclose({ code: 1012 });
  assert.deepEqual(wire.timers.map((timer) => timer.ms), [3210]);
});

test('a ping without any answer counts as a lost connection', () => {
  const wire = new Wire();
  wire.channel().open();
  wire.accept();
  wire.fire(30_000);
  assert.equal(wire.latest.sent[0].event, 'ping');
  wire.fire(10_000);
  assert.equal(wire.links.at(-1), 'waiting');
});

test('what an older socket still says is not heard', () => {
  const wire = new Wire();
  const channel = wire.channel();
  channel.open();
  const [first] = wire.sockets;
  channel.open();
  wire.accept();
  first.onmessage({ data: '{"event":"phase_change","data":{}}' });
  first.onclose({ code: 1006 });
  assert.deepEqual(wire.frames, []);
  assert.equal(wire.links.at(-1), 'open');
});

test('nothing is sent, nor kept, without a connection', () => {
  const wire = new Wire();
  const channel = wire.channel();
  channel.open();
  assert.equal(channel.send('declare', { value: 2 }), false);
  wire.accept();
  assert.deepEqual(wire.latest.sent, []);
});

test('the wait doubles up to 10 s and is half chance', () => {
  assert.deepEqual([0, 1, 2, 3, 9].map((attempt) => backoff(attempt, () => 0)), [250, 500, 1000, 2000, 5000]);
  assert.equal(backoff(20, () => 0.999_999), 10_000);
});

test('envelopes carry what the protocol asks for', () => {
  const sent = JSON.parse(encode('declare', { value: 2 }, 7));
  assert.deepEqual(Object.keys(sent).sort(), ['data', 'event', 'id', 'sequence', 'timestamp']);
  assert.match(sent.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.deepEqual(decode('{"event":"x"}'), { event: 'x', data: {} });
  for (const junk of ['', '[]', 'null', '{"data":{}}', '{', new Blob([])]) assert.equal(decode(junk), null);
});

test('a number goes along with a command, and its position with a frame', () => {
  const sent = JSON.parse(encode('declare', {}, 1, 12, 'abc'));
  assert.deepEqual([sent.command, sent.id], [12, 'abc']);
  const seq = { epoch: 1, frame: 2, version: 3 };
  assert.deepEqual(decode(JSON.stringify({ event: 'x', data: {}, seq })), { event: 'x', data: {}, seq });
  assert.deepEqual(decode('{"event":"x","seq":7,"command":"7"}'), { event: 'x', data: {} });
  assert.deepEqual(decode('{"event":"error","data":{},"command":7}'), { event: 'error', data: {}, command: 7 });
});

test('who comes back says what was shown last, and only whole steps count', () => {
  const progress = new Progress('s');
  assert.deepEqual(progress.greeting(), { session: 's' });
  assert.equal(progress.took({ epoch: 5, frame: 3, version: 9, full: true, more: true }), 'news');
  assert.deepEqual(progress.greeting(), { session: 's' });
  assert.equal(progress.took({ epoch: 5, frame: 3, version: 9, full: true }), 'news');
  assert.equal(progress.took(undefined), 'news');
  assert.deepEqual(progress.greeting(), { session: 's', seen: { epoch: 5, frame: 3, version: 9 } });
});

test('a stale frame is not shown, a lower version not without a word', () => {
  const progress = new Progress('s');
  progress.took({ epoch: 5, frame: 3, version: 9 });
  assert.equal(progress.took({ epoch: 4, frame: 8, version: 8, full: true }), 'stale');
  assert.equal(progress.took({ epoch: 5, frame: 2, version: 8 }), 'stale');
  assert.equal(progress.took({ epoch: 6, frame: 0, version: 7, full: true }), 'rewound');
  assert.equal(progress.took({ epoch: 7, frame: 0, version: 8, full: true, rewound: true }), 'rewound');
  assert.equal(progress.took({ epoch: 7, frame: 1, version: 9 }), 'news');
});

test('a command without an answer is sent again with its number, once all is seen, if the decision is the same', () => {
  const progress = new Progress('s');
  const play = progress.command('play', { piece_indices: [1] }, 'turn/1/4/Mina');
  assert.equal(play.number, 1);
  const sync = progress.sync();
  assert.equal(progress.answered(99, 'turn/1/4/Mina'), null);
  assert.deepEqual(progress.answered(sync, 'turn/1/4/Mina'), play);
  assert.equal(progress.waits, 'play');
  assert.equal(progress.answered(1, 'turn/1/5/Omar'), null);
  assert.equal(progress.waits, null);
  assert.equal(progress.answered(progress.sync(), 'turn/1/5/Omar'), null);
});

test('a command whose moment has passed is not sent again', () => {
  const progress = new Progress('s');
  progress.command('play', {}, 'turn/1/4/Mina');
  assert.equal(progress.answered(progress.sync(), 'turn/1/5/Mina'), null);
  assert.equal(progress.waits, null);
});

test('only the error that answers a command ends the wait for it', () => {
  const progress = new Progress('s');
  const { number } = progress.command('play', {}, 'turn/1/4/Mina');
  const error = (type, command) => ({ event: 'error', data: { type, message: 'No.' }, command });
  for (const other of [error('rate_limited'), error('unavailable'), error('unavailable', number + 1), error('invalid_action', number)]) {
    progress.failed(other);
    assert.equal(progress.waits, 'play');
  }
  progress.failed(error('unavailable', number));
  assert.equal(progress.waits, null);
});

test('what is asked again in the lobby is the same message', () => {
  const progress = new Progress('s');
  assert.equal(progress.again, null);
  const create = progress.command('create_room', { player_name: 'Mina' }, 'room');
  assert.deepEqual(progress.again, create);
  const texts = [1, 2].map((sequence) => JSON.parse(encode(create.event, create.data, sequence, progress.again.number, progress.again.id)));
  assert.equal(texts[0].id, texts[1].id);
  assert.equal(texts[0].command, texts[1].command);
  progress.answered(create.number, 'room');
  assert.equal(progress.again, null);
});

test('addresses', () => {
  assert.deepEqual(parseRoute('/'), { page: 'home', room: null });
  assert.deepEqual(parseRoute('/game/AB12CD'), { page: 'game', room: 'AB12CD' });
  assert.deepEqual(parseRoute('/metrics/dashboard', '?room=AB12CD'), { page: 'dashboard', room: 'AB12CD' });
  assert.equal(parseRoute('/room').page, 'unknown');
});

test('names the server would refuse are refused at once', () => {
  assert.equal(nameFault(' Mina '), null);
  for (const bad of ['', '  ', '42', '４２', 'Bot 2', 'a<b', 'a\\b', '\ud83d', '\ufe0f', '\u3164', '\u0301', '...', 'x'.repeat(21)]) {
    assert.ok(nameFault(bad), JSON.stringify(bad));
  }
  for (const good of ["O'Brien", 'Zoe & Max', 'constructor', '李小龍', '❤\ufe0f']) assert.equal(nameFault(good), null);
});

const storage = () => {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
};

test('a room of an odd name is one where nobody sits', () => {
  const sessions = new Sessions(storage(), storage());
  for (const room of ['constructor', '__proto__', 'toString']) assert.equal(sessions.seatIn(room), null);
});

test('a tab keeps its own name and seat beside those of the browser', () => {
  const browser = storage();
  const [first, second] = [new Sessions(storage(), browser), new Sessions(storage(), browser)];
  first.rename('Mina');
  first.enter('AB12CD', 'Mina');
  second.rename('Omar');
  second.enter('AB12CD', 'Omar');
  assert.equal(first.name(), 'Mina');
  assert.equal(first.seatIn('AB12CD'), 'Mina');
  assert.equal(new Sessions(storage(), browser).seatIn('AB12CD'), 'Omar');
  first.forget('AB12CD');
  assert.equal(first.seatIn('AB12CD'), null);
  assert.equal(second.seatIn('AB12CD'), 'Omar');
});
