/** 事项、地方、目录. */
import type { ItemContent, ItemUnit, Retirement } from '../../domain/item'
import type { EightHaves } from '../../domain/eight-haves'
import type { ServiceDay } from '../../domain/service-days'
import type { SlotTemplate } from '../../domain/slots'
import type { StaffChange } from './account'
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { Stored } from './matter'

/** 服务事项 as it is in force today, with what its guide says about people and places. */
export interface ItemDocument extends Stored, ItemContent {
  readonly catalogVersion: string
  /** 示例, until the township confirms it. */
  readonly sample: boolean
  /** Which edition is in force; missing while it is the one of the township's files. */
  readonly edition?: number
  readonly effectiveFrom?: BusinessDate
  /** 不办了: stays, so that the code on old paper says where to go instead. */
  readonly retired?: Retirement
  /** Initials and syllables of name and aliases, for the search on the phone. */
  readonly pinyin: readonly string[]
  readonly unit: ItemUnit
}

/** What the phones compare before they fetch the catalogue again. */
export interface CatalogueMark extends Stored {
  readonly kind: 'catalogue'
  readonly changedAt: Date | null
}

/** 办事的地方 */
export interface PlaceDocument extends Stored {
  readonly id: string
  readonly order: number
  readonly kind: 'hall' | 'station' | 'village'
  readonly name: string
  readonly sample: boolean
  readonly address: string
  readonly phone: string
  readonly hours: string
  readonly villageId: string | null
  readonly agent: { readonly name: string; readonly phone: string } | null
  /** For the map; null until somebody stood there and said so. */
  readonly location: Location | null
  /** 窗口 of the hall, with the departments whose matters each takes; empty elsewhere. */
  readonly windows: readonly HallWindow[]
  /** 八有 of a village room, as the last check found them. */
  readonly eightHaves?: EightHaves
  readonly checkedOn?: BusinessDate
  /** True once the administrator changed it: the seed leaves it alone. */
  readonly edited: boolean
  readonly v: number
  readonly history: readonly StaffChange[]
}

/** GCJ-02, as `wx.chooseLocation` gives it and `wx.openLocation` takes it; degrees. */
export interface Location {
  readonly latitude: number
  readonly longitude: number
}

export interface HallWindow {
  readonly name: string
  readonly units: readonly string[]
}

/** The home page in one document. */
export interface HomeDirectory extends Stored {
  readonly kind: 'home'
  /** Of the township's files; what the office changed since is in {@link CatalogueMark}. */
  readonly catalogVersion: string
  /** 《百事通》的版本, as it is printed on the cover. */
  readonly handbook: string
  readonly info: {
    readonly sample: boolean
    readonly name: string
    readonly county: string
    readonly station: { readonly name: string; readonly phone: string; readonly hours: string }
    readonly supervisorPhone: string
    /** True for a county, which has sums of its townships to look at. */
    readonly oversees?: boolean
  }
  readonly categories: readonly {
    readonly id: string
    readonly name: string
    readonly icon: string
  }[]
  readonly villages: readonly {
    readonly id: string
    readonly name: string
    readonly agent: { readonly name: string; readonly phone: string } | null
  }[]
  /** Until the slots were opened for the first time; from then on {@link ServiceDays} say it. */
  readonly thursday: SlotTemplate
}

/** 哪天有人来, of every village that is served. */
export interface ServiceDays extends Stored {
  readonly kind: 'serviceDays'
  readonly villages: Readonly<Record<string, readonly ServiceDay[]>>
}

/** 20个部门, in the township's own order. */
export interface DepartmentDirectory extends Stored {
  readonly kind: 'departments'
  readonly departments: readonly {
    readonly id: string
    readonly name: string
    readonly formerName: string | null
    readonly phone: string
    readonly hallWindow: string | null
  }[]
}

/** 一个县管的乡, in its own order; only a county has one. */
export interface CountyDirectory extends Stored {
  readonly kind: 'county'
  readonly townships: readonly string[]
}
