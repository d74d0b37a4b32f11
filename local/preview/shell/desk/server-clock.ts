export interface ServerClock {
  /** ISO instant. */
  now: string
  offsetMs: number
}

type Step = { advance: string } | { now: string }

/** The demonstration's clock; without a server it is the computer's own. */
export async function readClock(): Promise<ServerClock> {
  const response = await fetch('/clock').catch(() => undefined)
  if (!response?.ok) return { now: new Date().toISOString(), offsetMs: 0 }
  return withInstant((await response.json()) as { now: string | number; offsetMs?: number })
}

/** Moves the clock forward; it never goes back. */
export async function moveClock(step: Step): Promise<ServerClock> {
  const response = await fetch('/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(step),
  })
  if (!response.ok) throw new Error(`时钟没有拨动：/clock 回答 ${response.status}`)
  return readClock()
}

function withInstant({ now, offsetMs }: { now: string | number; offsetMs?: number }): ServerClock {
  const instant = new Date(now)
  return {
    now: instant.toISOString(),
    offsetMs: offsetMs ?? instant.getTime() - Date.now(),
  }
}
