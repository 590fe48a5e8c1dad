-- page: 'after' or 'before', number of an event, most events, most bytes, most batches to look at, a text that who acted
-- must be or nothing, texts of which types must have one or none. Texts are looked for as they stand, so the reader
-- still has to choose among what it gets.
-- Answers false without a room, else head, seats, batches in the order in which they were looked at, and how far all was
-- looked at: the number of the last event (after) or first event (before), or 'end'.
if not head[1] then
  return false
end
local forward, cursor = ARGV[1] == 'after', tonumber(ARGV[2])
local most, bytes, batches = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local filtered = ARGV[6] ~= '' or #ARGV > 6

local function wanted(events)
  if ARGV[6] ~= '' and not string.find(events, ARGV[6], 1, true) then
    return false
  end
  for i = 7, #ARGV do
    if string.find(events, ARGV[i], 1, true) then
      return true
    end
  end
  return #ARGV == 6
end

local start = at(forward and cursor + 1 or cursor - 1)
local page, size, seen, reached = {}, 0, 0, 'end'
-- The first batch may begin before the page or end after it, so the limit counts from the edge of the next one
local edge, last

local function full(first, events)
  if seen >= batches or (size > 0 and size + #events > bytes) then
    return true
  end
  if filtered then
    return #page >= most
  end
  return edge and (forward and first - edge or edge - last) >= most
end

if start and (forward or cursor > 1) then
  local from, more = id(start), true
  while more do
    local chunk
    if forward then
      chunk = redis.call('XRANGE', KEYS[2], from, '+', 'COUNT', 50)
    else
      chunk = redis.call('XREVRANGE', KEYS[2], from, '-', 'COUNT', 50)
    end
    more = #chunk == 50
    for _, entry in ipairs(chunk) do
      local first, events = read(entry)
      if full(first, events) then
        reached = whole(forward and first - 1 or last)
        more = false
        break
      end
      seen = seen + 1
      last = first
      if seen == (forward and 2 or 1) then
        edge = first
      end
      if #events > 2 and (not filtered or wanted(events)) then
        page[#page + 1] = entry
        size = size + #events
      end
      from = '(' .. entry[1]
    end
  end
end
return answer(page, reached)
