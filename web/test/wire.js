import { Channel } from '../src/net/channel.js';

/** What a channel would have around it: sockets that a test opens and closes, timers that it lets go off. */
export class Wire {
  sockets = [];
  timers = [];
  links = [];
  frames = [];
  opened = 0;
  doubts = 0;

  channel(name = 'AB12CD') {
    return new Channel(name, `ws://box/ws/${name}`, {
      onOpen: () => { this.opened += 1; },
      onDoubt: () => { this.doubts += 1; },
      isWhole: ({ event, seq }) => (seq ? !seq.more : event === 'room_list_update'),
      onFrame: (frame) => this.frames.push(frame),
      onLink: (link) => this.links.push(link),
    }, {
      connect: () => {
        const socket = { readyState: 0, sent: [], closed: null, send: (text) => socket.sent.push(JSON.parse(text)), close: (code) => Object.assign(socket, { closed: code, readyState: 3 }) };
        this.sockets.push(socket);
        return socket;
      },
      after: (run, ms) => {
        const timer = { run, ms };
        this.timers.push(timer);
        return timer;
      },
      cancel: (timer) => { this.timers = this.timers.filter((one) => one !== timer); },
    });
  }

  get latest() {
    return this.sockets.at(-1);
  }

  accept() {
    this.latest.readyState = 1;
    this.latest.onopen();
  }

  /** The server says something on this socket. */
  tell(socket, event, seq, data = {}) {
    socket.onmessage({ data: JSON.stringify({ event, data, seq }) });
  }

  /** It closes this socket, or does not let it be opened. */
  end(socket, code) {
    socket.readyState = 3;
    socket.onclose({ code });
  }

  /** Lets the timer of that many milliseconds, or the only one, go off. */
  fire(ms = this.timers[0].ms) {
    const timer = this.timers.find((one) => one.ms === ms);
    this.timers = this.timers.filter((one) => one !== timer);
    timer.run();
  }
}
