-- leave: node, milliseconds between two grants, milliseconds since its last beat in which a node counts as there.
-- KEYS: nodes, seen, left. A node may leave by its own verdict only while another ready one stays, and one at a time.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local last = redis.call('GET', KEYS[3])
if last and last ~= ARGV[1] then
  return 'TooSoon'
end
local another = false
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], string.format('%.0f', now - tonumber(ARGV[3])), '+inf')) do
  local row = id ~= ARGV[1] and redis.call('HGET', KEYS[1], id)
  if row then
    local read, said = pcall(cjson.decode, row)
    another = another or (read and type(said) == 'table' and said.state == 'Ready')
  end
end
if not another then
  return 'Last'
end
-- The answer of its first grant may have been lost
if not last then
  redis.call('SET', KEYS[3], ARGV[1], 'PX', ARGV[2])
end
return 'Granted'
