import { own } from './own.js';

const NAME = 'liap.name';
const SEATS = 'liap.seats';
const DAY_MS = 24 * 3600 * 1000;
const NAME_LENGTH = 20;

/**
 * What this browser remembers: the player's name, and which name sits in which room. The seat itself belongs to a
 * cookie that no script can read. A tab keeps its own copy, so that two tabs can be two players.
 */
export class Sessions {
  /**
   * @param {Storage} tab
   * @param {Storage} browser
   */
  constructor(tab, browser) {
    this.tab = tab;
    this.browser = browser;
  }

  /** @returns {string} empty if never given */
  name() {
    return this.tab.getItem(NAME) ?? this.browser.getItem(NAME) ?? '';
  }

  rename(name) {
    this.tab.setItem(NAME, name);
    this.browser.setItem(NAME, name);
  }

  /** @returns {string | null} the name under which this browser sits in the room */
  seatIn(room) {
    return own(read(this.tab), room)?.name ?? own(read(this.browser), room)?.name ?? null;
  }

  /** @returns {string | null} the room entered last, if it was within a day */
  latestRoom() {
    const seats = Object.entries(read(this.browser));
    return seats.sort((a, b) => b[1].at - a[1].at)[0]?.[0] ?? null;
  }

  enter(room, name) {
    [this.tab, this.browser].forEach((where) => write(where, { ...read(where), [room]: { name, at: Date.now() } }));
  }

  forget(room) {
    [this.tab, this.browser].forEach((where) => {
      const { [room]: gone, ...rest } = read(where);
      if (gone) write(where, rest);
    });
  }
}

function read(storage) {
  try {
    const seats = JSON.parse(storage.getItem(SEATS) ?? '{}');
    return Object.fromEntries(Object.entries(seats).filter(([, seat]) => Date.now() - seat.at < DAY_MS));
  } catch {
    return {};
  }
}

function write(storage, seats) {
  storage.setItem(SEATS, JSON.stringify(seats));
}

/**
 * @param {string} text
 * @returns {string | null} what is wrong with it as a player's name, or null
 */
export function nameFault(text) {
  const name = text.trim();
  if (!name) return 'Enter a name.';
  if (name.length > NAME_LENGTH) return `Use at most ${NAME_LENGTH} characters.`;
  if (/[<>"\\\p{Cc}\p{Cs}]/u.test(name)) return 'Leave out < > " and \\.';
  const seen = name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  if (!/[\p{L}\p{N}\p{S}]/u.test(seen)) return 'Use a letter, a digit or a symbol.';
  if (/^\d+$/.test(seen)) return 'Use at least one letter.';
  if (/^bot/i.test(seen)) return 'Names that begin with "Bot" belong to bots.';
  return null;
}
