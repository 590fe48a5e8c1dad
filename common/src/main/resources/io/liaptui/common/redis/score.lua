-- score: game, its end in ms, ms that counted games are remembered, ms that players are kept, most players, games from
-- which on somebody stands in the lists of averages; then for each player: key, name, left, won, points, rounds, hits.
-- KEYS: games, players, seen, wins, average, hits (board.BoardKeys). A game counts once, whoever says it how often.
if redis.call('ZSCORE', KEYS[1], ARGV[1]) then
  return {'Already'}
end
local ended = tonumber(ARGV[2])
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])

local function whole(number)
  return string.format('%.0f', number)
end

for i = 7, #ARGV, 7 do
  local key, name, left, won = ARGV[i], ARGV[i + 1], tonumber(ARGV[i + 2]), tonumber(ARGV[i + 3])
  local row = redis.call('HGET', KEYS[2], key) or '0 0 0 0 0 0 0 '
  local games, lefts, wins, points, rounds, hits, last =
    string.match(row, '^(%d+) (%d+) (%d+) (%-?%d+) (%d+) (%d+) (%d+) ')
  games, lefts, wins = games + 1, lefts + left, wins + won
  points, rounds, hits = points + ARGV[i + 4], rounds + ARGV[i + 5], hits + ARGV[i + 6]
  last = math.max(tonumber(last), ended)
  redis.call('HSET', KEYS[2], key, table.concat({whole(games), whole(lefts), whole(wins), whole(points),
    whole(rounds), whole(hits), whole(last), name}, ' '))
  redis.call('ZADD', KEYS[3], last, key)
  local played = games - lefts
  local average = played > 0 and points / played or 0
  -- Between players with as many wins the average decides; no average is so high that it counts as a win
  redis.call('ZADD', KEYS[4], wins + math.max(0, math.min(0.999, (average + 1000) / 2001)), key)
  if played >= tonumber(ARGV[6]) then
    redis.call('ZADD', KEYS[5], average, key)
    redis.call('ZADD', KEYS[6], rounds > 0 and hits / rounds or 0, key)
  end
end

redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', whole(ended - tonumber(ARGV[3])))
local old = redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', whole(ended - tonumber(ARGV[4])), 'LIMIT', 0, 100)
if #old == 0 then
  local above = redis.call('ZCARD', KEYS[3]) - tonumber(ARGV[5])
  old = above > 0 and redis.call('ZRANGE', KEYS[3], 0, math.min(above, 100) - 1) or {}
end
for i = 1, #old do
  redis.call('HDEL', KEYS[2], old[i])
  for k = 3, 6 do
    redis.call('ZREM', KEYS[k], old[i])
  end
end
return {'Counted'}
