type Listener = (...args: unknown[]) => void

/** The channel between a page and the one that opened it; what nobody heard yet waits. */
export class EventChannel {
  private readonly listeners = new Map<string, Listener[]>()
  private readonly waiting = new Map<string, unknown[][]>()

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener])
    for (const args of this.waiting.get(name) ?? []) listener(...args)
    this.waiting.delete(name)
  }

  once(name: string, listener: Listener): void {
    const heard: Listener = (...args) => {
      this.off(name, heard)
      listener(...args)
    }
    this.on(name, heard)
  }

  off(name: string, listener?: Listener): void {
    const rest = (this.listeners.get(name) ?? []).filter((each) => listener && each !== listener)
    this.listeners.set(name, rest)
  }

  emit(name: string, ...args: unknown[]): void {
    const listeners = this.listeners.get(name) ?? []
    if (listeners.length === 0) {
      this.waiting.set(name, [...(this.waiting.get(name) ?? []), args])
    }
    for (const listener of listeners) listener(...args)
  }
}
