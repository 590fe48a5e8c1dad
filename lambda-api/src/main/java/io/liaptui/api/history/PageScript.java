package io.liaptui.api.history;

import io.liaptui.api.redis.ReadScript;

/**
 * Reads one page of a room in one trip and at one moment, so that the status which opens the hidden parts belongs to
 * the very events that are shown.
 *
 * <p>A log holds batches, and a cursor counts events, so the batch is found by bisecting: {@code first} never falls
 * along a log. Versions may be missing ({@code hole}, or a trimmed beginning), therefore a probe takes the next batch
 * that is there. The work is bounded: some twenty probes and {@link #BATCHES} batches.
 *
 * <pre>
 * KEYS  room hash, log, seats
 * ARGV  events before the page, most events, most bytes, most batches
 * reply false without a room, else {{status, events}, seats flat, {{stream id, fields flat}, ...}};
 *       batches may begin before the page and reach beyond it
 * </pre>
 */
final class PageScript {
    /** Batches without events are passed over, but a row of them must not hold Redis up. */
    static final int BATCHES = 2_000;

    static final ReadScript SCRIPT = new ReadScript("""
            local room, log, seats = KEYS[1], KEYS[2], KEYS[3]
            local since, most, bytes, batches = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
            local head = redis.call('HMGET', room, 'status', 'events')
            if not head[1] then
              return false
            end
            local function field(entry, name)
              for i = 1, #entry[2], 2 do
                if entry[2][i] == name then
                  return entry[2][i + 1]
                end
              end
              return '0'
            end
            local function first(entry)
              return tonumber(field(entry, 'first'))
            end
            local function version(entry)
              return tonumber(string.match(entry[1], '^%d+'))
            end
            local function id(number)
              return string.format('%.0f-0', number)
            end
            local page = {}
            local oldest = redis.call('XRANGE', log, '-', '+', 'COUNT', 1)[1]
            if oldest then
              local low = version(oldest)
              local high = version(redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)[1])
              while low < high do
                local middle = math.floor((low + high + 1) / 2)
                local probe = redis.call('XRANGE', log, id(middle), '+', 'COUNT', 1)[1]
                if first(probe) <= since + 1 then
                  low = version(probe)
                else
                  high = middle - 1
                end
              end
              local from, size, seen, stop = id(low), 0, 0, nil
              repeat
                local chunk = redis.call('XRANGE', log, from, '+', 'COUNT', 50)
                for _, entry in ipairs(chunk) do
                  local begins, events = first(entry), #field(entry, 'ev')
                  seen = seen + 1
                  if seen == 2 then
                    stop = begins + most
                  end
                  if seen > batches or (stop and begins >= stop) or (size > 0 and size + events > bytes) then
                    return {head, redis.call('HGETALL', seats), page}
                  end
                  if events > 2 then
                    page[#page + 1] = entry
                    size = size + events
                  end
                  from = '(' .. entry[1]
                end
              until #chunk < 50
            end
            return {head, redis.call('HGETALL', seats), page}
            """);

    private PageScript() {}
}
