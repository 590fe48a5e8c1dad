-- ban: id, ms that it lasts, most bans, the ban as JSON. KEYS: {bans}. Those that are over go on the way.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local function whole(number)
  return string.format('%.0f', number)
end

local field = 'b:' .. ARGV[1]
local till = now + tonumber(ARGV[2])
local others, last = 0, till
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  if string.sub(all[i], 1, 2) == 'b:' and all[i] ~= field then
    local ends = tonumber(string.match(all[i + 1], '^%d+'))
    if ends <= now then
      redis.call('HDEL', KEYS[1], all[i])
    else
      others = others + 1
      last = math.max(last, ends)
    end
  end
end
if others >= tonumber(ARGV[3]) then
  return {'Full', whole(others)}
end
redis.call('HSET', KEYS[1], field, whole(till) .. ' ' .. ARGV[4], 'version', time[1] .. '.' .. time[2])
redis.call('PEXPIRE', KEYS[1], whole(last - now + 60000))
return {'Banned', whole(till)}
