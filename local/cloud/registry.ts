/** One emulated service of the cloud. */
export interface Service {
  readonly name: string
  /** Returns where it can be reached, when it can be reached at all. */
  start(): Promise<string | void> | string | void
  stop?(): Promise<void> | void
}

/**
 * Starts services in the given order and stops them in reverse, so that nobody outlives what he
 * stands on. When one does not start, those already running are stopped and the error goes on.
 */
export class ServiceRegistry {
  readonly #running: { service: Service; where: string | undefined }[] = []

  async start(service: Service): Promise<void> {
    try {
      const where = await service.start()
      this.#running.push({ service, where: where ?? undefined })
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  async stop(): Promise<void> {
    for (let entry = this.#running.pop(); entry; entry = this.#running.pop()) {
      await entry.service.stop?.()
    }
  }

  /** Who listens where, in the order of the start. */
  overview(): { name: string; where?: string }[] {
    return this.#running.map(({ service, where }) => ({
      name: service.name,
      ...(where === undefined ? {} : { where }),
    }))
  }
}
