-- living: ms of silence after which a node counts as dead. KEYS: nodes, seen. Reads only. Answers id, row, id, row ...
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local answer = {}
local ids = redis.call('ZRANGEBYSCORE', KEYS[2], string.format('%.0f', now - tonumber(ARGV[1])), '+inf')
for i = 1, #ids do
  answer[#answer + 1] = ids[i]
  answer[#answer + 1] = redis.call('HGET', KEYS[1], ids[i]) or ''
end
return answer
