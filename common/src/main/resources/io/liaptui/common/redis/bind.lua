-- bind: hash of a seat's token
local there = redis.call('HMGET', KEYS[1], 'owner', 'epoch', 'status')
if not there[2] or not runs(there[3]) then
  return {'Missing'}
end
local seats = redis.call('HGETALL', KEYS[4])
for i = 1, #seats, 2 do
  local seat = string.match(seats[i], '^t:(%d+)$')
  if seat and seats[i + 1] == ARGV[1] then
    local rest = redis.call('HMGET', KEYS[4], 'p:' .. seat, 'g:' .. seat)
    local generation = whole(newer(rest[2] or '0'))
    redis.call('HSET', KEYS[4], 'g:' .. seat, generation)
    return {'Bound', seat, rest[1] or '', generation, there[1], there[2]}
  end
end
return {'Refused'}
