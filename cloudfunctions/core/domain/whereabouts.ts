/** 去向牌: 在岗、下村、外出、休假. No reason and no position; valid for the days it names. */
import type { BusinessDate } from '../../../miniprogram/shared/dates'

interface Days {
  readonly from: BusinessDate
  readonly until: BusinessDate
}

/** What was said for this day, or null when nothing was: silence is not absence. */
export function whereaboutsOn<Said extends Days>(
  said: Said | undefined,
  day: BusinessDate,
): Said | null {
  return said && holdsOn(said, day) ? said : null
}

export const holdsOn = ({ from, until }: Days, day: BusinessDate): boolean =>
  from <= day && day <= until

/** What hangs on the door that day: what was said for it, else the leave that was handed over. */
export function presenceOn<Said extends Days, Planned extends Days>(
  door: { readonly whereabouts?: Said; readonly planned?: readonly Planned[] },
  day: BusinessDate,
): Said | Planned | null {
  return (
    whereaboutsOn(door.whereabouts, day) ??
    door.planned?.find((planned) => holdsOn(planned, day)) ??
    null
  )
}

const AWAY = { village: '下村', out: '外出', leave: '休假' } as const

interface Said {
  readonly state: 'in' | keyof typeof AWAY
  readonly substitute: { readonly name: string } | null
}

/** `蒋福生在`, `蒋福生外出，邓秋月接待`, or who to ask when nobody stands in. */
export function presenceWords(name: string, said: Said | null): string {
  if (!said || said.state === 'in') return `${name}在`
  const there = said.substitute ? `${said.substitute.name}接待` : '窗口有人接待'
  return `${name}${AWAY[said.state]}，${there}`
}
