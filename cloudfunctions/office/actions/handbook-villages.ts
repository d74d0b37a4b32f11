import { action } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import { currentHandbook, deliveredByVillage } from '../../core/store/handbook'
import { handbookVillagesInput, handbookVillagesOutput } from '../schema/handbook'
import { ownVillage } from '../own-village'

export const handbookVillages = action({
  summary: '《百事通》发到哪了：各村多少户、发了多少户；代办员只看本村',
  by: ['agent', 'leader', 'supervisor', 'admin'],
  scope: 'township',
  input: handbookVillagesInput,
  output: handbookVillagesOutput,
  run: async ({ township, caller }) => {
    const own = ownVillage(caller)
    const [{ handbook, villages }, places] = await Promise.all([
      currentHandbook(township),
      find<{ villageId: string; households?: number }>(
        'places',
        { township },
        { order: [['order', 'asc']], limit: 1000, projection: { villageId: 1, households: 1 } },
      ),
    ])
    const delivered = await deliveredByVillage(township, handbook)
    const households = new Map(places.map((place) => [place.villageId, place.households ?? 0]))
    return {
      edition: handbook,
      villages: villages
        .filter(({ id }) => own === null || id === own)
        .map(({ id, name }) => ({
          id,
          name,
          households: households.get(id) ?? 0,
          delivered: delivered.get(id) ?? 0,
        })),
    }
  },
})
