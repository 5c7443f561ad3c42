-- Asks the paths of a file in turn (one a line), and ends with what came of it as one line of JSON.
local requests = {}
local at = 0

function init(args)
  -- Made once: the generator's own work would take time from the server beside it.
  for line in io.lines(args[1]) do requests[#requests + 1] = wrk.format(nil, line) end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"requestsPerSecond":%.2f,"p50Ms":%.3f,"p99Ms":%.3f,"failed":%d}\n',
    summary.requests,
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000,
    latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
