-- rewrite: version, list of hash fields, number of entries, list of each entry's id and fields. Only for what is over: the
-- log of a tombstone is replaced, for as long as it would have lived; if it is gone, it stays so. Snapshot and seats are of
-- no use any more.
local there = redis.call('HMGET', KEYS[1], 'version', 'status')
if not there[1] then
  return {'Missing'}
end
if runs(there[2]) then
  return {'InUse'}
end
if there[1] ~= ARGV[1] then
  return {'Changed'}
end
local lives = redis.call('PTTL', KEYS[2])
local fields, entry, at
fields, at = list(2)
redis.call('HSET', KEYS[1], 'version', there[1], unpack(fields))
redis.call('DEL', KEYS[2], KEYS[3], KEYS[4])
if lives == -2 then
  return {'Rewritten'}
end
local count = tonumber(ARGV[at])
at = at + 1
for i = 1, count do
  entry, at = list(at)
  redis.call('XADD', KEYS[2], unpack(entry))
end
if lives >= 0 then
  redis.call('PEXPIRE', KEYS[2], lives)
end
return {'Rewritten'}
