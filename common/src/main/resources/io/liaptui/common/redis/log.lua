-- Stands before the scripts that read a room's log. KEYS: hash, log, seats. They write nothing.
-- The fields of a batch come in any order, and the events' field bears the schema from 2 on.
local FIELDS = {'status', 'events', 'schema', 'game', 'created', 'touched', 'hole'}
local head = redis.call('HMGET', KEYS[1], unpack(FIELDS))
-- Of what is over the hash stays longer than the log: then there is nothing to read here any more
if (head[1] == 'archived' or head[1] == 'closed') and redis.call('EXISTS', KEYS[2]) == 0 then
  head[1] = false
end

-- Number of its first event, and the text of its events.
local function read(entry)
  local fields, first, events = entry[2], nil, nil
  for i = 1, #fields, 2 do
    local name = fields[i]
    if name == 'first' then
      first = tonumber(fields[i + 1])
    elseif name == 'ev' or string.find(name, '^ev%d+$') then
      events = fields[i + 1]
    end
    if first and events then
      break
    end
  end
  return first or 0, events or '[]'
end

local function version(entry)
  return tonumber(string.match(entry[1], '^%d+'))
end

-- Lua would write large numbers as 1e+15.
local function whole(number)
  return string.format('%.0f', number)
end

local function id(number)
  return whole(number) .. '-0'
end

-- Version of the last batch that begins with this event or before it; nil for an empty log. Bisects: numbers of events
-- never fall along a log. Versions may be missing, so a probe takes the next batch there is.
local function at(event)
  local oldest = redis.call('XRANGE', KEYS[2], '-', '+', 'COUNT', 1)[1]
  if not oldest then
    return nil
  end
  local low = version(oldest)
  local high = version(redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)[1])
  while low < high do
    local middle = math.floor((low + high + 1) / 2)
    local probe = redis.call('XRANGE', KEYS[2], id(middle), '+', 'COUNT', 1)[1]
    if read(probe) <= event then
      low = version(probe)
    else
      high = middle - 1
    end
  end
  return low
end

-- Everything that an answer begins with: the hash's fields, the seats.
local function answer(...)
  return {head, redis.call('HGETALL', KEYS[3]), ...}
end
