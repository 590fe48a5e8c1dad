import { Channel } from '../net/channel.js';
import { uniqueId } from '../net/envelope.js';
import { Progress } from '../net/progress.js';
import { emptyModel, reduce } from '../state/reducer.js';
import { Picks } from '../games/liaptui/picks.js';
import { actions } from './actions.js';
import { Dashboard } from './dashboard.js';
import { patch } from './dom.js';
import { keyboard } from './keyboard.js';
import { pageOf } from './pages.js';
import { Router } from './router.js';

const NOTICE_MS = 6000;
const ROOMS_EVERY_MS = 10_000;
/** A room that moves from node to node takes less. */
const SLOW_MS = 1_000;

/** Holds the parts together: address -> channel -> frames -> model -> page. */
export class App {
  #channel = null;
  #progress = new Progress(uniqueId());
  #slow = null;
  #drawing = false;
  #timed = new Set();

  constructor(root, sessions, chinese) {
    this.root = root;
    this.sessions = sessions;
    this.model = emptyModel();
    this.route = { page: 'home', room: null };
    this.me = null;
    this.picks = new Picks();
    this.ui = {
      chinese, link: 'none', everOpen: false, moving: false, slow: false, pending: null, wish: null, home: { name: sessions.name(), fault: null },
    };
    Object.assign(this, actions(this));
    this.dashboard = new Dashboard(() => this.draw());
    this.router = new Router((route) => this.#moved(route));
  }

  start() {
    this.router.announce();
    addEventListener('online', () => this.ui.link === 'waiting' && this.reconnect());
    addEventListener('keydown', (press) => keyboard(this, press));
    setInterval(() => this.route.page === 'lobby' && this.send('get_rooms'), ROOMS_EVERY_MS);
  }

  /** @returns {boolean} false when there is no connection */
  send(event, data = {}) {
    return this.#channel?.send(event, data) ?? false;
  }

  /** Sends what the player decided; buttons wait until it is answered. */
  act(event, data = {}) {
    if (this.ui.pending !== null) return;
    if (this.ui.link !== 'open' || !this.#command(this.#progress.command(event, data, this.#moment()))) {
      this.#progress.forget();
      this.say('error', 'Not connected. Try again in a moment.');
    }
    this.ui.pending = this.#progress.waits;
    this.drawNow();
  }

  #command({ number, id, event, data }) {
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => this.#slowly(this.#progress.waits !== null), SLOW_MS);
    return this.#channel?.send(event, data, number, id) ?? false;
  }

  /** What there is to decide: a decision about one thing must not be taken for one about the next. */
  #moment() {
    const { game } = this.model;
    return game ? [game.phase, game.round, game.turn?.number, game.current].join('/') : 'room';
  }

  #slowly(slow) {
    if (this.ui.slow === slow) return;
    this.ui.slow = slow;
    this.draw();
  }

  say(kind, text) {
    this.fold({ event: '@notice', data: { kind, text } });
  }

  go(path, how) {
    this.router.go(path, how);
  }

  reopen() {
    this.#channel?.open();
  }

  /** Takes one frame, or an event of the page itself. */
  fold(frame) {
    if (frame.data.type === 'moving') {
      this.#askTheNext();
      return;
    }
    const place = this.#progress.took(frame.seq);
    if (place === 'stale') return;
    const before = this.model;
    this.model = reduce(before, frame, this.me);
    if (place === 'rewound' && !frame.seq.more) this.model = reduce(this.model, { event: '@rewound', data: {} }, this.me);
    if (frame.event === 'ack') this.#acked(frame.data.command);
    if (frame.event === 'error') this.#progress.failed(frame);
    if (this.#progress.waits === null) this.#slowly(false);
    this.ui.pending = this.#progress.waits;
    if (frame.event === 'server_shutdown') this.#postpone(frame.data);
    this.#follow(before);
    this.#expireNotices();
    this.draw();
  }

  /** This server takes no new rooms, because it goes; the button goes on waiting, and the next socket asks again. */
  #askTheNext() {
    this.#channel.moveOn();
    if (!this.#channel.isLeaving) this.#askAgain();
  }

  /** A room is made, and a seat taken, once: to ask again is to ask whether it was done. */
  #askAgain() {
    if (this.#progress.again) this.#command(this.#progress.again);
  }

  #acked(number) {
    const again = this.#progress.answered(number, this.#moment());
    if (again) this.#command(again);
  }

  draw() {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      this.drawNow();
    });
  }

  /** After what the player did: the next click must meet the page as it is now. */
  drawNow() {
    patch(this.root, pageOf(this));
  }

  #moved(route) {
    this.route = route;
    this.dashboard.show(route.page === 'dashboard' ? route : null);
    if (['lobby', 'room', 'game'].includes(route.page) && !this.sessions.name()) {
      this.ui.wish = { path: location.pathname };
      this.go('/', { replace: true });
      return;
    }
    this.me = route.room && (this.sessions.seatIn(route.room) ?? this.sessions.name());
    this.#connect(route.page === 'lobby' ? 'lobby' : route.page === 'dashboard' ? null : route.room);
    this.draw();
  }

  #connect(name) {
    if (this.#channel?.name === (name ?? undefined)) return;
    this.#channel?.close();
    this.#channel = null;
    this.ui = { ...this.ui, link: 'none', everOpen: false, moving: false, slow: false, pending: null };
    this.#progress = new Progress(uniqueId());
    this.picks.clear();
    this.model = reduce(this.model, { event: '@channel', data: {} }, null);
    if (name === null) return;
    const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/${encodeURIComponent(name)}`;
    this.#channel = new Channel(name, url, {
      onOpen: () => this.#greet(name),
      onFrame: (frame) => this.fold(frame),
      onLink: (link) => this.#linked(link),
      isWhole: (frame) => isWhole(name, frame, this.#progress),
      onDoubt: () => this.#doubt(name),
    });
    this.#channel.open();
  }

  #greet(name) {
    if (name !== 'lobby') {
      this.send('client_ready', { room_id: name, player_name: this.me, is_reconnection: false, ...this.#progress.greeting() });
      this.#channel.send('get_room_state', {}, this.#progress.sync());
      return;
    }
    this.send('client_ready', { room_id: 'lobby', is_reconnection: false });
    this.send('get_rooms');
    this.#askAgain();
    const { wish } = this.ui;
    this.ui.wish = null;
    if (wish?.join) this.act('join_room', { room_id: wish.join, player_name: this.sessions.name() });
  }

  /** The answer to what was asked last may be lost. A numbered command is told again once we know what came of it. */
  #doubt(name) {
    if (name === 'lobby') this.#askAgain();
    else this.#channel.send('get_room_state', {}, this.#progress.sync());
  }

  #linked(link) {
    this.ui.link = link;
    if (link === 'open') this.ui = { ...this.ui, everOpen: true, moving: false };
    if (link === 'waiting') this.ui = { ...this.ui, everOpen: true, slow: false };
    if (link !== 'open') this.model = reduce(this.model, { event: '@lost', data: {} }, this.me);
    this.draw();
  }

  /** `reconnect_delay` is in seconds and already differs from player to player; or we are to open another socket first. */
  #postpone(data) {
    if (data.open_another) {
      this.#channel?.moveOn();
      return;
    }
    this.#channel?.postpone(Number(data.reconnect_delay ?? 0) * 1000);
    this.ui.moving = true;
  }

  #follow(before) {
    const { entered, gone, game } = this.model;
    if (entered && entered !== before.entered) {
      this.sessions.enter(entered.room, entered.name ?? this.sessions.name());
      this.go(`/room/${entered.room}`);
    } else if (gone && gone !== before.gone) {
      this.#leaveGone(gone, game);
    } else if (game && this.route.page === 'room') {
      this.go(`/game/${this.route.room}`, { replace: true });
    } else if (game?.phase === 'game_over') {
      this.sessions.forget(this.route.room);
    } else if (this.route.page === 'game' && this.model.room && !this.model.room.started && !game) {
      this.go(`/room/${this.route.room}`, { replace: true });
    }
  }

  #leaveGone(gone, game) {
    this.sessions.forget(this.route.room);
    // The ranking stays readable after the server has put the room away.
    if (game?.phase === 'game_over') return;
    this.go('/lobby', { replace: true });
    this.say('info', gone.text);
  }

  #expireNotices() {
    for (const { id } of this.model.notices) {
      if (this.#timed.has(id)) continue;
      this.#timed.add(id);
      setTimeout(() => this.#timed.delete(id) && this.fold({ event: '@dismiss', data: { id } }), NOTICE_MS);
    }
  }
}

/** Whether a socket has shown everything with this frame. */
function isWhole(name, { event, seq }, progress) {
  if (name === 'lobby') return event === 'room_list_update';
  return progress.reaches(seq) || event === 'room_closed' || event === 'room_not_found';
}
