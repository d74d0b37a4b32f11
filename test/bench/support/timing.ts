export interface Timing {
  median: number
  p95: number
}

/** Milliseconds of each of `count` runs. */
export async function timesOf(count: number, work: (turn: number) => unknown): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < count; turn++) {
    const started = performance.now()
    await work(turn)
    times.push(performance.now() - started)
  }
  return times
}

export function timing(times: number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return { median: at(0.5), p95: at(0.95) }
}

export function shown({ median, p95 }: Timing): string {
  return `${median.toFixed(3)} / ${p95.toFixed(3)}`
}
