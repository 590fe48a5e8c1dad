-- bans: the version that is known, or '-'. KEYS: {bans}. Read-only; by Redis' clock what is over is left out.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local version = redis.call('HGET', KEYS[1], 'version') or ''
if version == ARGV[1] then
  return {'Same'}
end
local reply = {'Bans', version, string.format('%.0f', now)}
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  if string.sub(all[i], 1, 2) == 'b:' and tonumber(string.match(all[i + 1], '^%d+')) > now then
    reply[#reply + 1] = all[i]
    reply[#reply + 1] = all[i + 1]
  end
end
return reply
