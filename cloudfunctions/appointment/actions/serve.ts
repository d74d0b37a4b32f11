import { action } from '../../core/kernel/action'
import { notNow, stepOf } from '../queue'
import { serveInput, serveOutput } from '../schema'

export const serve = action({
  summary: '办了：当场办好、收件、答复了，或者要再来一趟；记下来的是结果，不是人',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'servedSlots',
  input: serveInput,
  output: serveOutput,
  run: (call, { venueId, id, came, note = '' }) =>
    stepOf(call, venueId, id, (entry) => {
      const { key } = call.request
      if (entry.outcome?.key === key) return null
      if (entry.state === 'served') throw notNow('这个号已经记过结果了。')
      return { ...entry, state: 'served', outcome: { key, came, note, at: call.now } }
    }),
})
