import { keptMe, villageId } from './account'
import { keptHome } from './catalog'

/** What pages show of the person and the village, from what the phone knows. */
export function whoAndWhere() {
  const account = keptMe()?.account ?? null
  const village = villageId()
  const villages = keptHome()?.villages ?? []
  const nameOf = (id: string): string => villages.find((one) => one.id === id)?.name ?? ''
  return {
    registered: account?.resident !== null && account?.resident !== undefined,
    known: account !== null,
    name: account?.resident?.name ?? account?.staff?.name ?? '',
    homeVillageId: account?.resident?.villageId ?? account?.staff?.villageId ?? '',
    homeVillage: nameOf(account?.resident?.villageId ?? ''),
    villageId: village,
    village: nameOf(village),
    contact: account?.resident?.contact ?? null,
    staff: account?.staff ?? null,
  }
}
