-- close: node, epoch, version, status, milliseconds that the hash stays as tombstone, the same for log, snapshot and seats.
-- Nothing: for ever. 0: they go now, and of the hash all that nobody compares or lists.
local there = redis.call('HMGET', KEYS[1], 'owner', 'epoch', 'version', 'status')
if there[4] == ARGV[4] and there[1] == ARGV[1] and there[3] == ARGV[3] and tonumber(there[2]) > tonumber(ARGV[2]) then
  return {'Already'}
end
local answer, version = refusal(ARGV[1], ARGV[2])
if answer then
  return answer
end
local expected = tonumber(ARGV[3])
if version < expected then
  return {'Behind', ARGV[2], whole(version)}
end
if version > expected then
  return {'Corrupt', whole(version)}
end
-- DEL or expiry first, against the rule: they are never refused, and after them the HSET is not either, so that rooms can
-- be closed when Redis is full. No log outlives its hash.
local epoch = whole(newer(ARGV[2]))
local now = millis()

local function ends(key, stay)
  if stay == '' then
    redis.call('PERSIST', key)
  else
    redis.call('PEXPIREAT', key, whole(now + tonumber(stay)))
  end
end

if ARGV[6] == '0' then
  -- A hash that fields are taken from stays as large as it was, so the rest of it is written anew
  local kept = redis.call('HMGET', KEYS[1], 'game', 'created', 'touched')
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
  redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'epoch', epoch, 'version', ARGV[3], 'status', ARGV[4],
    'game', kept[1] or '', 'created', kept[2] or '0', 'touched', kept[3] or '0')
  ends(KEYS[1], ARGV[5])
  return {'Closed'}
end
ends(KEYS[1], ARGV[5])
for i = 2, 4 do
  ends(KEYS[i], ARGV[6])
end
redis.call('HDEL', KEYS[1], 'until', 'maker')
redis.call('HSET', KEYS[1], 'status', ARGV[4], 'epoch', epoch)
return {'Closed'}
