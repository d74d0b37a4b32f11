import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock/clock'
import type { Pace } from '../clock/time-travel'
import { parseDuration } from '../clock/duration'
import { asBody, optionalFlag, optionalText } from './body-fields'
import type { Body } from './body-fields'
import { GatewayError } from './gateway-error'

/** Lets time pass up to an instant. */
export type Travel = (target: number, pace: Pace) => Promise<number[]>

export function addClockRoutes(
  app: FastifyInstance,
  { clock, travel }: { clock: Clock; travel: Travel },
): void {
  const reading = () => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs })
  let last: Promise<unknown> = Promise.resolve()

  app.get('/clock', () => reading())

  // One journey after the other: two at once would each see the other's stops.
  app.post('/clock', async (request) => {
    const body = asBody(request.body, 'body')
    const journey = last.then(() => travel(target(body, clock.now()), paceOf(body)))
    last = journey.catch(() => undefined)
    const stops = await journey
    return { ...reading(), stops: stops.length }
  })
}

function paceOf(body: Body): Pace {
  if (optionalFlag(body, 'timers') === false) return 'broken'
  return optionalFlag(body, 'asleep') ? 'asleep' : 'awake'
}

/** Every morning on the way is lived through, so the way must end. */
const LONGEST_JOURNEY_MS = 3660 * 86_400_000

function target(body: Body, now: number): number {
  const time = wantedTime(body, now)
  if (time - now > LONGEST_JOURNEY_MS) {
    throw new GatewayError('INVALID_PARAM', '时钟一次最多往前走十年')
  }
  return time
}

function wantedTime(body: Body, now: number): number {
  const advance = optionalText(body, 'advance')
  const instant = optionalText(body, 'now')
  if ((advance === undefined) === (instant === undefined)) {
    throw new GatewayError(
      'INVALID_PARAM',
      '请给出 advance（如 "2d"、"3h"、"30m"）或 now（ISO 时间）',
    )
  }
  if (advance !== undefined) {
    const ms = parseDuration(advance)
    if (ms === null) throw new GatewayError('INVALID_PARAM', `advance 看不懂：${advance}`)
    return now + ms
  }
  const time = Date.parse(instant ?? '')
  if (Number.isNaN(time)) throw new GatewayError('INVALID_PARAM', `now 不是 ISO 时间：${instant}`)
  if (time < now) {
    throw new GatewayError(
      'INVALID_PARAM',
      `时钟只能往前走：现在是 ${new Date(now).toISOString()}，不能回到 ${instant}`,
    )
  }
  return time
}
