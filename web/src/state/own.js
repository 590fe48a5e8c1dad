/**
 * What a table that is keyed by names holds for one of them. Somebody may be called `constructor`: what every object
 * inherits is nothing that was said of a player.
 *
 * @template T
 * @param {Record<string, T> | null | undefined} table
 * @param {string} name
 * @returns {T | undefined}
 */
export const own = (table, name) => (table && Object.hasOwn(table, name) ? table[name] : undefined);
