/** 事项、地方、目录. */
import type { SlotTemplate } from '../../domain/slots'
import type { Stored } from './matter'

/** 服务事项, with what its guide says about people and places. */
export interface ItemDocument extends Stored {
  readonly catalogVersion: string
  /** 示例, until the township confirms it. */
  readonly sample: boolean
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  /** Initials and syllables of name and aliases, for the search on the phone. */
  readonly pinyin: readonly string[]
  readonly category: string
  readonly department: string
  readonly level: 'village' | 'township' | 'county'
  readonly mode: 'direct' | 'proxy' | 'joint' | 'booking' | 'consultation'
  readonly instant: boolean
  readonly commitDays: number
  readonly legalDays: number | null
  readonly legalBasis: string | null
  readonly audience: string
  readonly conditions: readonly string[]
  readonly materials: readonly {
    readonly key: string
    readonly name: string
    readonly form: string
    readonly count: number
    readonly required: boolean
    readonly source: 'self' | 'issued' | 'village'
    readonly note: string | null
  }[]
  readonly steps: readonly {
    readonly name: string
    readonly by: string
    readonly days: number | null
  }[]
  readonly inPerson: boolean
  readonly visits: number
  readonly fee: { readonly charged: boolean; readonly text: string }
  readonly result: string
  readonly tips: readonly string[]
  readonly unit: {
    readonly id: string
    readonly name: string
    readonly formerName: string | null
    readonly phone: string
    readonly window: string
  }
  readonly people: readonly {
    readonly name: string
    readonly post: string
    readonly phone: string
  }[]
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
}

/** The home page in one document. */
export interface HomeDirectory extends Stored {
  readonly kind: 'home'
  readonly info: {
    readonly sample: boolean
    readonly name: string
    readonly county: string
    readonly station: { readonly name: string; readonly phone: string; readonly hours: string }
    readonly supervisorPhone: string
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
  readonly thursday: SlotTemplate
}

/** 20个部门, in the township's own order. */
export interface DepartmentDirectory extends Stored {
  readonly kind: 'departments'
  readonly departments: readonly { readonly id: string; readonly name: string }[]
}
