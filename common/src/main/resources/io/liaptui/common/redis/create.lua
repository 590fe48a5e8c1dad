-- create: node, createId, list of the first entry without ep, write
local there = redis.call('HMGET', KEYS[1], 'createId', 'owner', 'epoch')
if there[1] == ARGV[2] and there[2] == ARGV[1] then
  return {'Already', there[3]}
end
-- A log without a hash is one that Redis lost half of; its owner may yet restore it
if redis.call('EXISTS', KEYS[1], KEYS[2], KEYS[3], KEYS[4]) > 0 then
  return {'Taken'}
end
local epoch = whole(millis())
local entry, at = list(3)
redis.call('XADD', KEYS[2], '1-0', 'ep', epoch, unpack(entry))
redis.call('HSET', KEYS[1],
  'owner', ARGV[1], 'epoch', epoch, 'version', '1', 'moves', '0', 'createId', ARGV[2])
write(at)
return {'Created', epoch}
