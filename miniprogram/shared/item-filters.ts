/** Which matters spare a person the way: by place, by trips, by who decides. */

export interface Place {
  readonly level: 'village' | 'township' | 'county'
  readonly mode: string
  readonly inPerson: boolean
  readonly visits: number
}

/** 村里能办: the village decides, or the agent takes the papers; not what needs the person there. */
export const canDoInVillage = ({ level, mode, inPerson }: Place): boolean =>
  level === 'village' || (!inPerson && mode !== 'booking')

/** 一趟不用跑: by phone, by the agent, or when somebody comes. */
export const needsNoTrip = ({ visits }: Place): boolean => visits === 0

/** 不用等县里: village or township decides. */
export const isDecidedHere = ({ level }: Place): boolean => level !== 'county'
