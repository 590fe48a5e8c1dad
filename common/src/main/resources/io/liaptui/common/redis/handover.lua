-- handover: node, epoch, version, successor, schema of the snapshot, snapshot
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
local epoch = whole(newer(ARGV[2]))
redis.call('SET', KEYS[3], ARGV[6])
redis.call('HSET', KEYS[1], 'owner', ARGV[4], 'epoch', epoch, 'schema', highest(ARGV[5]))
return {'Named', epoch}
