-- What wrk sends and what it prints: one address over and over, or, with a file as its argument, one
-- line of it after the other. BENCH_BODY makes it a POST of JSON.

local body = os.getenv('BENCH_BODY')

function init(arguments)
  if body then
    wrk.method = 'POST'
    wrk.body = body
    wrk.headers['Content-Type'] = 'application/json'
  end
  if not arguments[1] then return end
  local requests = {}
  for line in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format(nil, line)
  end
  local place = 0
  request = function()
    place = place % #requests + 1
    return requests[place]
  end
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(
    'FIGURES {"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"failed":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), failed))
end
