import type { Output } from '../../../../typings/wire'
import type { Home } from '../../../services/catalog'
import { relativeDate, spokenDate, spokenTime } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import { whereText } from '../../../shared/whereabouts'

export type Place = Output<'catalog', 'place'>['place']
type Person = Place['people'][number]

/** 八有, in the words of the checklist on the wall. */
const HAVES: readonly (readonly [key: string, text: string])[] = [
  ['place', '场所'],
  ['sign', '牌子'],
  ['rules', '制度'],
  ['ledger', '台账'],
  ['telephone', '电话'],
  ['computer', '电脑'],
  ['noticeBoard', '公示栏'],
  ['agent', '代办员'],
]

/** 挂牌亮像: who it is, whether they are in, and the number that is really picked up. */
function personRow({ id, name, post, phone, whereabouts }: Person, today: BusinessDate) {
  const away = whereabouts !== null && whereabouts.state !== 'in'
  return {
    id,
    name,
    line: post,
    phone,
    presence: whereabouts && {
      state: whereabouts.state,
      text: whereText(whereabouts, today),
      phone: (away && whereabouts.substitute?.phone) || phone,
    },
  }
}

export function placeView(place: Place, today: BusinessDate) {
  const { kind, name, eightHaves } = place
  return {
    name: kind === 'village' ? `${name}便民服务室` : name,
    sample: place.sample,
    address: place.address,
    hours: place.hours,
    phone: place.phone,
    location: place.location,
    windows: place.windows.map((window) => ({
      name: window.name,
      people: window.people.map((person) => personRow(person, today)),
    })),
    people: place.people.map((person) => personRow(person, today)),
    haves: eightHaves
      ? HAVES.map(([key, text]) => ({ key, text, there: eightHaves[key] ?? false }))
      : [],
    duties: place.duties.map(({ date, what, start, end, name: who, post }) => ({
      key: `${date}${what}`,
      day: relativeDate(date, today),
      text: `${what}：${who}（${post}）`,
      hours: `${spokenTime(start)}到${spokenTime(end)}`,
    })),
    notices: place.notices.map(({ id, title, text, until }) => ({
      id,
      title,
      text,
      until: `贴到${spokenDate(until, today)}`,
    })),
  }
}

export interface Service {
  readonly date: BusinessDate
  readonly title: string
  readonly hours: string
  /** Why it is not on Thursday. */
  readonly moved: string
  /** Who comes, once the roster says it. */
  readonly who: string
}

/** 下次进村: when, and who comes. */
export function serviceOf(place: Place, home: Home, today: BusinessDate): Service | null {
  const next = home.thursdays.find(({ villageId }) => villageId === place.id)
  if (!next) return null
  const coming = place.duties.filter(({ kind, date }) => kind === 'thursday' && date === next.date)
  return {
    date: next.date,
    title: `${relativeDate(next.date, today)}干部进村`,
    hours: `${spokenTime(next.start)}到${spokenTime(next.end)}`,
    moved: next.movedFrom ? `${spokenDate(next.movedFrom)}放假，改到这天` : '',
    who: coming.map(({ name, post }) => `${name}（${post}）`).join('、'),
  }
}
