/**
 * @typedef {{name: string, bot: boolean, host: boolean, color: string | null}} Slot
 * @typedef {{id: string, host: string, started: boolean, slots: (Slot | null)[]}} Room
 * @typedef {{id: string, host: string, slots: (Slot | null)[], taken: number, total: number}} Summary
 */

/** @returns {Summary[]} open rooms, those with a free seat first */
export function summaries(rooms) {
  return (Array.isArray(rooms) ? rooms : [])
    .filter((room) => !room.started)
    .map((room) => {
      const slots = (room.players ?? []).map(slot);
      const total = room.total_slots ?? 4;
      return { id: room.room_id, host: room.host_name, slots, taken: slots.filter(Boolean).length, total };
    })
    .sort((a, b) => Number(a.taken === a.total) - Number(b.taken === b.total));
}

/** @returns {Room} of a `room_update` */
export function slotsOf(data) {
  const slots = [0, 1, 2, 3].map((at) => slot(data.players?.[at]));
  return { id: data.room_id, host: data.host_name, started: data.started === true, slots };
}

function slot(player) {
  if (!player) return null;
  return { name: player.name, bot: player.is_bot === true, host: player.is_host === true, color: player.avatar_color ?? null };
}
