/**
 * One action, with every one of its database requests failing once, before and after it took
 * effect: the answer is honest, the repeat with the same requestId ends right.
 */
import { expect } from '@jest/globals'
import type { LocalCloud } from './local-cloud'
import { newRequest } from './people'

export interface FaultScenario {
  readonly openid: string
  /** Makes a fresh target and the request on it. */
  readonly prepare: () => Promise<Record<string, unknown>>
  /** What is stored once the request has taken effect, exactly once. */
  readonly effect: (request: Record<string, unknown>) => Promise<unknown>
  readonly expected: unknown
}

export async function everyFault(
  cloud: LocalCloud,
  name: string,
  scenario: FaultScenario,
): Promise<void> {
  const [fn = '', action = ''] = name.split('.')
  const requests = await requestsOf(cloud, name, scenario)
  expect(requests).toBeGreaterThan(1)
  for (let nth = 1; nth <= requests; nth++) {
    for (const when of ['before', 'after'] as const) {
      const request = { ...(await scenario.prepare()), requestId: newRequest() }
      await cloud.fault({ nth, when, name: fn, action })
      const first = await cloud.call(scenario.openid, name, request)
      await cloud.fault(null)
      // Honest: either it is done, or it says so and may be sent again.
      if (!first.ok) expect(first.error).toMatchObject({ code: 'INTERNAL', retryable: true })
      const second = await cloud.call(scenario.openid, name, request)
      expect([`${String(nth)} ${when}`, second.ok || second.error.code]).toEqual([
        `${String(nth)} ${when}`,
        true,
      ])
      expect([nth, when, await scenario.effect(request)]).toEqual([nth, when, scenario.expected])
      if (first.ok) expect(second).toMatchObject({ data: first.data as object })
    }
  }
}

/** How many database requests the action makes when nothing fails. */
async function requestsOf(
  cloud: LocalCloud,
  name: string,
  scenario: FaultScenario,
): Promise<number> {
  const request = { ...(await scenario.prepare()), requestId: newRequest() }
  await cloud.ok(scenario.openid, name, request)
  const trip = (await cloud.trips()).at(-1)
  expect(`${trip?.name ?? ''}.${trip?.action ?? ''}`).toBe(name)
  return trip?.requests.filter(({ action }) => action.startsWith('database.')).length ?? 0
}
