-- past: number of the event after which the state is wanted, or nothing for the last; number of the last event wanted;
-- most bytes and most batches. KEYS[4]: snapshot.
-- Answers false without a room, else head, seats, the snapshot or nothing, batches, and whether they are all that were
-- wanted: '1' or '0'. The snapshot is there if it holds no later event than the first number; then the batches follow it.
if not head[1] then
  return false
end
local events = tonumber(head[2] or '0')
local wanted = tonumber(ARGV[1]) or events
local until_ = math.max(wanted, tonumber(ARGV[2]))
local bytes, batches = tonumber(ARGV[3]), tonumber(ARGV[4])

local from, base = '-', ''
local snapshot = redis.call('GET', KEYS[4])
local contained = snapshot and string.match(snapshot, '^%d+ (%d+) ')
if contained then
  local next = redis.call('XRANGE', KEYS[2], '(' .. contained .. '-0', '+', 'COUNT', 1)[1]
  local covers = next and read(next) - 1 or events
  if covers <= wanted then
    from, base = '(' .. contained .. '-0', snapshot
  end
end

local log, size, all, more = {}, 0, '1', true
while more do
  local chunk = redis.call('XRANGE', KEYS[2], from, '+', 'COUNT', 100)
  more = #chunk == 100
  for _, entry in ipairs(chunk) do
    local first, text = read(entry)
    if first > until_ then
      more = false
      break
    end
    if #log >= batches or size + #text > bytes then
      all, more = '0', false
      break
    end
    log[#log + 1] = entry
    size = size + #text
    from = '(' .. entry[1]
  end
end
return answer(base, log, all)
