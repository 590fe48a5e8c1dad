-- append: node, epoch, expected version, number of entries, list of each entry's fields, write
local answer, version = refusal(ARGV[1], ARGV[2])
if answer then
  return answer
end
local expected, count = tonumber(ARGV[3]), tonumber(ARGV[4])
local last = expected + count
if version == last then
  return {'Already', whole(last)}
end
if version < expected then
  return {'Behind', ARGV[2], whole(version)}
end
if version > expected then
  return {'Corrupt', whole(version)}
end
local at, entry = 5, nil
for i = 1, count do
  entry, at = list(at)
  redis.call('XADD', KEYS[2], whole(expected + i) .. '-0', unpack(entry))
end
redis.call('HSET', KEYS[1], 'version', whole(last))
write(at)
return {'Stored', whole(last)}
