-- restore: node, epoch, version, schema, snapshot, list of hash fields, list of seat fields, number of entries,
-- list of each entry's fields. The last entry, if there is one, has the given version.
local there = redis.call('HMGET', KEYS[1], 'owner', 'epoch', 'version', 'status', 'hole')
local last = tonumber(ARGV[3])
if there[2] then
  local mine, theirs = tonumber(ARGV[2]), tonumber(there[2])
  -- What has ended stays ended, whatever its epoch: a tombstone is never a room again
  if not runs(there[4]) or theirs > mine or (theirs == mine and there[1] ~= ARGV[1]) then
    return {'Fenced', there[1], there[2]}
  end
  if theirs == mine and tonumber(there[3]) >= last then
    return {'Already'}
  end
end

local function epochOf(fields)
  for i = 1, #fields, 2 do
    if fields[i] == 'ep' then
      return tonumber(fields[i + 1])
    end
  end
end

local fields, seats, at
fields, at = list(6)
seats, at = list(at)
local ring, count = {}, tonumber(ARGV[at])
at = at + 1
for i = 1, count do
  ring[i], at = list(at)
end
local first = last - count + 1

-- Of the ring, what the log has already: an entry is known by its version and the epoch that wrote it.
local stored = redis.call('XRANGE', KEYS[2], whole(first) .. '-0', '+')
local same = 0
while stored[same + 1] and ring[same + 1] and stored[same + 1][1] == whole(first + same) .. '-0'
    and epochOf(stored[same + 1][2]) == epochOf(ring[same + 1]) do
  same = same + 1
end
local clean = #stored == same

-- Before the ring the log is kept, unless a later life than the ring's first wrote it: epochs never fall along a log.
local behind = redis.call('XREVRANGE', KEYS[2], '(' .. whole(first) .. '-0', '-', 'COUNT', 1)[1]
local oldest = ring[1] and epochOf(ring[1]) or tonumber(ARGV[2])
while behind and epochOf(behind[2]) > oldest do
  clean = false
  behind = redis.call('XREVRANGE', KEYS[2], '(' .. behind[1], '-', 'COUNT', 1)[1]
end
local before = behind and tonumber(string.match(behind[1], '^%d+')) or 0

-- Holes: those known before the last entry that is kept, and the one up to the ring.
local holes = {}
for from, to in string.gmatch(there[5] or '', '(%d+)%-(%d+)') do
  if tonumber(to) < before then
    holes[#holes + 1] = from .. '-' .. to
  end
end
if before < first - 1 then
  holes[#holes + 1] = whole(before + 1) .. '-' .. whole(first - 1)
end

redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'epoch', ARGV[2], 'version', ARGV[3],
  'schema', highest(ARGV[4]), unpack(fields))
if #holes > 0 then
  redis.call('HSET', KEYS[1], 'hole', table.concat(holes, ','))
else
  redis.call('HDEL', KEYS[1], 'hole')
end
redis.call('SET', KEYS[3], ARGV[5])
if not clean then
  -- A stream takes no id below its highest, not even after XDEL, so the part that stays is written anew
  local keeps = before > 0 and redis.call('XRANGE', KEYS[2], '-', whole(before) .. '-0') or {}
  for i = 1, same do
    keeps[#keeps + 1] = stored[i]
  end
  redis.call('DEL', KEYS[2])
  for i = 1, #keeps do
    redis.call('XADD', KEYS[2], keeps[i][1], unpack(keeps[i][2]))
  end
end
for i = same + 1, count do
  redis.call('XADD', KEYS[2], whole(first + i - 1) .. '-0', unpack(ring[i]))
end

-- Seats as the owner knows them, but a generation that was drawn since is not drawn again.
local drawn = {}
local old = redis.call('HGETALL', KEYS[4])
for i = 1, #old, 2 do
  drawn[old[i]] = old[i + 1]
  if string.sub(old[i], 1, 2) ~= 'g:' then
    redis.call('HDEL', KEYS[4], old[i])
  end
end
for i = 1, #seats, 2 do
  local value = seats[i + 1]
  if string.sub(seats[i], 1, 2) == 'g:' then
    value = whole(math.max(tonumber(value), tonumber(drawn[seats[i]] or '0')))
  end
  redis.call('HSET', KEYS[4], seats[i], value)
end
return {'Done'}
