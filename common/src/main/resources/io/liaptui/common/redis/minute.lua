-- minute: most points, then fields and values. KEYS: the stream. The id is the minute, so whoever is first writes it.
local time = redis.call('TIME')
local id = string.format('%.0f-0', math.floor(tonumber(time[1]) / 60) * 60000)
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
-- A clock that went back must not end the points for good: they go on when it has caught up
if last and tonumber(string.match(last[1], '^%d+')) >= tonumber(string.match(id, '^%d+')) then
  return {'Already', last[1]}
end
redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], id, unpack(ARGV, 2))
return {'Written', id}
