-- forget: the player's key. KEYS as in score.lua. What was counted before is not counted again.
local known = redis.call('HDEL', KEYS[2], ARGV[1])
for k = 3, 6 do
  redis.call('ZREM', KEYS[k], ARGV[1])
end
return known
