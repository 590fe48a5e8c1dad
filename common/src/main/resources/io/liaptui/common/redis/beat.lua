-- beat: node, its row, milliseconds after which an unseen row goes. KEYS: nodes, seen. Answers the time and all rows.
local time = redis.call('TIME')
local now = string.format('%.0f', tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000))
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[2], now, ARGV[1])
-- A row without a score would stay for ever: it counts as seen now
if redis.call('HLEN', KEYS[1]) ~= redis.call('ZCARD', KEYS[2]) then
  local names = redis.call('HKEYS', KEYS[1])
  for i = 1, #names do
    redis.call('ZADD', KEYS[2], 'NX', now, names[i])
  end
end
local old = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', string.format('(%.0f', tonumber(now) - tonumber(ARGV[3])))
for i = 1, #old do
  redis.call('HDEL', KEYS[1], old[i])
  redis.call('ZREM', KEYS[2], old[i])
end
return {now, redis.call('HGETALL', KEYS[1])}
