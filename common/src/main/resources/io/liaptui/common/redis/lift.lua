-- lift: id. KEYS: {bans}. The version tells nodes to look again; it is the moment of the change.
local time = redis.call('TIME')
if redis.call('HDEL', KEYS[1], 'b:' .. ARGV[1]) == 0 then
  return {'Unknown'}
end
if redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('HSET', KEYS[1], 'version', time[1] .. '.' .. time[2])
end
return {'Lifted'}
