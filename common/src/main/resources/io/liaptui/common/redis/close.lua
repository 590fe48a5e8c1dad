-- close: node, epoch, version, status, milliseconds that the tombstone stays, or nothing: for ever
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
-- Expiry first, against the rule: it is never refused, and after it the HSET is not either, so that rooms can be
-- closed when Redis is full. One moment for all keys, so that no log outlives its hash.
local ends = ARGV[5] ~= '' and whole(millis() + tonumber(ARGV[5]))
for i = 1, 4 do
  if ends then
    redis.call('PEXPIREAT', KEYS[i], ends)
  else
    redis.call('PERSIST', KEYS[i])
  end
end
redis.call('HDEL', KEYS[1], 'until')
redis.call('HSET', KEYS[1], 'status', ARGV[4], 'epoch', whole(newer(ARGV[2])))
return {'Closed'}
