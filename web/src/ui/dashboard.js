import { read } from '../net/rest.js';

const EVERY_MS = 2000;
const PAGE = 50;

/**
 * Reads the REST API for the dashboard: the service as a whole every two seconds, and the history of one room, page
 * by page, following the number of the last event seen.
 */
export class Dashboard {
  #timer = null;
  #shown = null;

  /** @param {() => void} onNews */
  constructor(onNews) {
    this.onNews = onNews;
    this.answers = {};
    this.history = null;
  }

  /** @param {{room: string | null} | null} route null: the dashboard is not on screen */
  show(route) {
    clearTimeout(this.#timer);
    this.#shown = route;
    if (!route) return;
    this.history = route.room ? { room: route.room, events: [], since: 0, more: true, loading: false, fault: null, answer: null } : null;
    if (this.history) this.more();
    this.#poll(route);
  }

  async #poll(route) {
    const paths = ['/api/health', '/api/system/stats', '/api/rooms'];
    const answers = await Promise.all(paths.map((path) => read(path)));
    if (this.#shown !== route) return;
    this.answers = Object.fromEntries(paths.map((path, at) => [path, answers[at]]));
    this.onNews();
    this.#timer = setTimeout(() => this.#poll(route), EVERY_MS);
  }

  /** The next page of the history; the same call later brings what happened since. */
  async more() {
    const { history } = this;
    if (!history || history.loading) return;
    history.loading = true;
    this.onNews();
    const path = `/api/rooms/${encodeURIComponent(history.room)}/events?since=${history.since}&limit=${PAGE}`;
    const answer = await read(path);
    history.loading = false;
    history.answer = { path, ...answer };
    history.fault = answer.ok ? null : (answer.body?.detail ?? `Status ${answer.status}`);
    const events = (answer.ok && answer.body.events) || [];
    history.events.push(...events.filter((event) => event.sequence > history.since));
    history.since = history.events.at(-1)?.sequence ?? 0;
    history.more = events.length === PAGE;
    this.onNews();
  }
}
