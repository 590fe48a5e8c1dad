import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quickly } from '../src/net/backoff.js';
import { Progress } from '../src/net/progress.js';
import { Wire } from './wire.js';

const seq = (frame, more = {}) => ({ epoch: 7, frame, version: frame, ...more });
const shown = (wire) => wire.frames.map((frame) => frame.seq?.frame ?? frame.event);

/** A room, shown up to step 3, whose server goes; the next socket is being opened. */
function leaving(name) {
  const wire = new Wire();
  const channel = wire.channel(name);
  channel.open();
  wire.accept();
  const old = wire.latest;
  wire.tell(old, 'phase_change', seq(3, { full: true }));
  channel.moveOn();
  return { wire, channel, old, next: wire.latest };
}

test('the next socket is opened beside the current one and takes over when it has shown everything', () => {
  const { wire, channel, old, next } = leaving();
  assert.notEqual(next, old);
  channel.send('declare', {}, 1);
  assert.deepEqual(old.sent.map((message) => message.command), [1]);
  wire.accept();
  assert.equal(wire.opened, 2);
  wire.tell(next, 'hello');
  wire.tell(old, 'phase_change', seq(4));
  assert.equal(old.closed, null);
  wire.tell(next, 'phase_change', seq(4));
  assert.equal(old.closed, 1000);
  wire.tell(next, 'phase_change', seq(5));
  assert.deepEqual(shown(wire), [3, 4, 'hello', 4, 5]);
  assert.deepEqual(wire.links, ['connecting', 'open']);
  assert.equal(channel.isLeaving, false);
});

test('from its opening on the next socket is spoken to, numbered from 1, and answers for the old one are left out', () => {
  const { wire, channel, old, next } = leaving();
  wire.accept();
  channel.send('declare', {}, 5);
  assert.deepEqual(next.sent.map(({ sequence, command }) => [sequence, command]), [[1, 5]]);
  assert.deepEqual(old.sent, []);
  wire.tell(old, 'error', undefined, { message: 'You are playing in another window.' });
  wire.tell(old, 'ack', undefined, { command: 4 });
  assert.deepEqual(shown(wire), [3]);
});

test('a refused upgrade is tried again soon, and nobody is told', () => {
  const { wire, channel, next } = leaving();
  wire.end(next, 1006);
  assert.equal(channel.isLeaving, true);
  wire.fire(wire.timers.find((timer) => timer.ms <= 50).ms);
  wire.accept();
  wire.tell(wire.latest, 'phase_change', seq(4));
  assert.deepEqual(shown(wire), [3, 4]);
  assert.deepEqual(wire.links, ['connecting', 'open']);
  assert.equal(wire.doubts, 0);
});

test('the wait for another socket is short and half chance', () => {
  assert.deepEqual([0, 1, 2, 9].map((attempt) => quickly(attempt, () => 0)), [25, 50, 100, 500]);
  assert.equal(quickly(20, () => 0.999_999), 1_000);
});

test('a next socket that breaks before it is whole leaves the old one in place, which is asked what came of it', () => {
  const { wire, channel, old, next } = leaving();
  wire.accept();
  wire.tell(next, 'phase_change', seq(4, { more: true }));
  wire.end(next, 1006);
  assert.equal(wire.doubts, 1);
  channel.send('declare');
  assert.equal(old.sent.length, 1);
  wire.tell(old, 'phase_change', seq(4));
  assert.deepEqual(shown(wire), [3, 4]);
});

test('an old socket that is closed because the next one is bound is no end, whether that one is whole yet or not', () => {
  for (const code of [1000, 1012, 1006]) {
    const { wire, old, next } = leaving();
    wire.accept();
    wire.end(old, code);
    wire.tell(next, 'phase_change', seq(4));
    assert.deepEqual(shown(wire), [3, 4]);
    assert.deepEqual(wire.links, ['connecting', 'open']);
  }
});

test('the old socket is closed by another tab while the next one is not open: this one stays away', () => {
  const { wire, old, next } = leaving();
  wire.end(old, 1000);
  assert.equal(wire.links.at(-1), 'stopped');
  assert.equal(next.closed, 1000);
  assert.deepEqual(wire.timers, []);
});

test('both are lost after the next one was bound: the page comes back, 1000 or not', () => {
  const { wire, old, next } = leaving();
  wire.accept();
  wire.end(next, 1006);
  wire.end(old, 1000);
  assert.equal(wire.links.at(-1), 'waiting');
});

test('the old socket ends while no other one could be opened: as ever', () => {
  const { wire, channel, old } = leaving();
  channel.postpone(120);
  wire.end(old, 1012);
  assert.deepEqual(wire.timers.map((timer) => timer.ms), [120]);
  assert.equal(wire.links.at(-1), 'waiting');
});

test('the sockets change between two steps, not in the middle of one', () => {
  const { wire, old, next } = leaving();
  wire.accept();
  wire.tell(old, 'phase_change', seq(4, { more: true }));
  wire.tell(next, 'phase_change', seq(4, { more: true }));
  wire.tell(next, 'turn_complete', seq(4));
  assert.equal(old.closed, null);
  wire.tell(old, 'turn_complete', seq(4));
  assert.equal(old.closed, 1000);
});

test('told twice, it moves once', () => {
  const { wire, channel } = leaving();
  channel.moveOn();
  assert.equal(wire.sockets.length, 2);
});

test('the lobby hears the old socket for two more seconds, for what was asked there', () => {
  const { wire, channel, old, next } = leaving('lobby');
  channel.send('create_room');
  wire.accept();
  wire.tell(next, 'room_list_update');
  assert.equal(old.closed, null);
  wire.tell(old, 'room_created', undefined, { room_id: 'AB12CD' });
  assert.equal(wire.frames.at(-1).event, 'room_created');
  assert.equal(wire.doubts, 0);
  wire.fire(2_000);
  assert.equal(old.closed, 1000);
  assert.equal(wire.doubts, 1);
  assert.deepEqual(wire.links, ['connecting', 'open']);
});

test('a step that both sockets show is shown once, a full view may come again', () => {
  const progress = new Progress('s');
  assert.equal(progress.took(seq(3, { full: true })), 'news');
  assert.equal(progress.took(seq(4)), 'news');
  assert.equal(progress.took(seq(4, { more: true })), 'stale');
  assert.equal(progress.took(seq(4)), 'stale');
  assert.equal(progress.took(seq(4, { full: true })), 'news');
  assert.equal(progress.took(seq(5, { more: true })), 'news');
  assert.equal(progress.took(seq(5)), 'news');
});

test('a command said after the question is not told again: it is on its way on the same socket', () => {
  const progress = new Progress('s');
  const sync = progress.sync();
  progress.command('play', {}, 'turn/1/4/Mina');
  assert.equal(progress.answered(sync, 'turn/1/4/Mina'), null);
  assert.equal(progress.waits, 'play');
});

test('a socket has shown everything when it is where the other one is', () => {
  const progress = new Progress('s');
  assert.equal(progress.reaches(seq(1, { full: true })), true);
  progress.took(seq(5, { full: true }));
  assert.equal(progress.reaches(undefined), false);
  assert.equal(progress.reaches(seq(4)), false);
  assert.equal(progress.reaches(seq(5, { more: true })), false);
  assert.equal(progress.reaches(seq(5)), true);
  assert.equal(progress.reaches({ epoch: 8, frame: 1, version: 5 }), true);
});
