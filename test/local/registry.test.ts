import { expect, test } from '@jest/globals'
import { ServiceRegistry } from '../../local/cloud/registry'
import type { Service } from '../../local/cloud/registry'

const service = (name: string, events: string[], where?: string): Service => ({
  name,
  start: () => {
    events.push(`+${name}`)
    return where
  },
  stop: () => void events.push(`-${name}`),
})

test('services stop in the reverse order of their start', async () => {
  const events: string[] = []
  const registry = new ServiceRegistry()
  for (const name of ['database', 'gateway', 'timers']) await registry.start(service(name, events))
  await registry.stop()
  expect(events).toEqual(['+database', '+gateway', '+timers', '-timers', '-gateway', '-database'])
})

test('when one does not start, those before it are stopped and the reason goes on', async () => {
  const events: string[] = []
  const registry = new ServiceRegistry()
  await registry.start(service('database', events))
  const broken: Service = {
    name: 'gateway',
    start: () => {
      throw new Error('port in use')
    },
  }
  await expect(registry.start(broken)).rejects.toThrow('port in use')
  expect(events).toEqual(['+database', '-database'])
})

test('it says who listens where', async () => {
  const registry = new ServiceRegistry()
  await registry.start(service('gateway', [], 'http://127.0.0.1:1'))
  await registry.start(service('timers', []))
  expect(registry.overview()).toEqual([
    { name: 'gateway', where: 'http://127.0.0.1:1' },
    { name: 'timers' },
  ])
})
