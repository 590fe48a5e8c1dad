-- Stands before each room script. KEYS: hash, log, snapshot, seats.
-- Rule of all of them: compare first; then the write that Redis may refuse for memory; then the rest, which it
-- no longer refuses. An error does not undo earlier writes, so nothing else may fail after the first.

-- Lua would write a time in milliseconds as 1.7e+12.
local function whole(number)
  return string.format('%.0f', number)
end

local function millis()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- Never used before, not even if Redis lost the one before it.
local function newer(number)
  return math.max(tonumber(number) + 1, millis())
end

-- The list at ARGV[at]: its length, then its values. Returns it and where the next argument stands.
local function list(at)
  local values = {}
  local length = tonumber(ARGV[at])
  for i = 1, length do
    values[i] = ARGV[at + i]
  end
  return values, at + length + 1
end

-- Nil and the stored version if the writer's fence holds, else the answer.
local function refusal(node, epoch)
  local there = redis.call('HMGET', KEYS[1], 'owner', 'epoch', 'version')
  if not there[2] then
    return {'Missing'}
  end
  local mine, theirs = tonumber(epoch), tonumber(there[2])
  if theirs < mine then
    return {'Behind', there[2], there[3]}
  end
  if theirs > mine or there[1] ~= node then
    return {'Fenced', there[1], there[2]}
  end
  return nil, tonumber(there[3])
end

-- The schema to store: it never falls, because what an earlier writer stored is still there.
local function highest(schema)
  return whole(math.max(tonumber(redis.call('HGET', KEYS[1], 'schema') or '0'), tonumber(schema)))
end

-- Carries out a write: list of fields and values, snapshot or nothing, list of seat, player, token hash or nothing.
local function write(at)
  local fields, seats
  fields, at = list(at)
  for i = 1, #fields, 2 do
    if fields[i] == 'schema' then
      fields[i + 1] = highest(fields[i + 1])
    end
  end
  if #fields > 0 then
    redis.call('HSET', KEYS[1], unpack(fields))
  end
  if ARGV[at] ~= '' then
    redis.call('SET', KEYS[3], ARGV[at])
  end
  seats = list(at + 1)
  for i = 1, #seats, 3 do
    local seat, player, token = seats[i], seats[i + 1], seats[i + 2]
    if token == '' then
      redis.call('HDEL', KEYS[4], 'p:' .. seat, 't:' .. seat)
    else
      redis.call('HSET', KEYS[4], 'p:' .. seat, player, 't:' .. seat, token)
    end
  end
end

local function runs(status)
  return status == 'open' or status == 'running' or status == 'finished'
end
