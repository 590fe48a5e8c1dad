-- claim: node, seen owner, seen epoch, highest schema that the node reads
local there = redis.call('HMGET', KEYS[1], 'owner', 'epoch', 'status', 'schema', 'moves')
if not there[2] then
  return {'Missing'}
end
if not runs(there[3]) then
  return {'Over', there[3] or ''}
end
if there[1] ~= ARGV[2] or there[2] ~= ARGV[3] then
  return {'Lost', there[1], there[2]}
end
if tonumber(there[4] or '0') > tonumber(ARGV[4]) then
  return {'TooNew', there[4]}
end
local snapshot = redis.call('GET', KEYS[3])
local contained = snapshot and string.match(snapshot, '^%d+ (%d+) ')
local epoch = whole(newer(there[2]))
redis.call('HSET', KEYS[1],
  'owner', ARGV[1], 'epoch', epoch, 'moves', whole(tonumber(there[5] or '0') + 1))
return {'Claimed', epoch, redis.call('HGETALL', KEYS[1]), snapshot,
  redis.call('XRANGE', KEYS[2], contained and '(' .. contained .. '-0' or '-', '+'),
  redis.call('HGETALL', KEYS[4])}
