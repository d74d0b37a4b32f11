/** The lists of the console: where they come from, what one can add, what is said when empty. */
import { call } from '../../../services/call'
import { fetchVenues } from '../../../services/places'
import { businessDate } from '../../../shared/dates'
import type { Choice } from '../../../shared/form/fields'
import { itemRow, noticeRow, placeRow, textRow, trainingRow } from '../rows'
import type { Row } from '../rows'
import type { TextKind } from '../things/text'

export interface Asked {
  /** Of what the list is, such as the place whose board it is. */
  readonly id: string
  /** The chip that is on. */
  readonly filter: string
  readonly cursor?: string
}

export interface Page {
  readonly rows: readonly Row[]
  readonly next: string | null
}

export interface ListSpec {
  readonly title: string
  /** Long lists are searched on the phone. */
  readonly search: boolean
  readonly filters: readonly Choice[]
  readonly add: {
    readonly text: string
    readonly url: (asked: Asked) => string
    readonly roles: readonly string[]
  }
  readonly empty: { readonly title: string; readonly text: string }
  readonly fetch: (asked: Asked) => Promise<Page>
  /** What the button beside a row does; asked first when it cannot be taken back. */
  readonly act?: {
    readonly ask: string
    readonly send: (id: string, requestId: string) => Promise<unknown>
  }
}

const edit = (query: string): string => `/packages/console/edit/edit?${query}`

const NOTHING_TO_ADD: ListSpec['add'] = { text: '', url: () => '', roles: [] }

const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor })

const shown = (filter: string, { state, hasDraft }: { state: string; hasDraft: boolean }) =>
  filter === 'draft' ? hasDraft : state === filter || (filter === 'public' && state === 'draft')

export const LISTS: Readonly<Record<string, ListSpec>> = {
  items: {
    title: '管目录',
    search: true,
    filters: [
      { key: 'public', text: '在办的' },
      { key: 'draft', text: '有草稿的' },
      { key: 'retired', text: '不办了的' },
    ],
    add: { text: '加一个事项', url: () => edit('kind=item'), roles: ['admin'] },
    empty: { title: '没有这样的事项', text: '换一个词，或者看看别的' },
    fetch: async ({ filter }) => {
      const { items } = await call('office', 'catalogue', {})
      return { rows: items.filter((one) => shown(filter, one)).map(itemRow), next: null }
    },
  },
  places: {
    title: '地方和窗口',
    search: true,
    filters: [],
    add: NOTHING_TO_ADD,
    empty: { title: '没有这样的地方', text: '换一个词找' },
    fetch: async () => ({ rows: (await fetchVenues()).map(placeRow), next: null }),
  },
  texts: {
    title: '制度和问答',
    search: false,
    filters: [
      { key: 'rule', text: '制度' },
      { key: 'wording', text: '文明用语' },
      { key: 'template', text: '文书样式' },
      { key: 'faq', text: '问答' },
    ],
    add: {
      text: '新写一段',
      url: ({ filter }) => edit(`kind=text&part=${filter}`),
      roles: ['admin'],
    },
    empty: { title: '还没有', text: '点下面，写第一段' },
    fetch: async ({ filter }) => {
      const { texts } = await call('office', 'texts', { kind: filter as TextKind })
      return { rows: texts.map((one) => textRow(one, filter)), next: null }
    },
  },
  notices: {
    title: '公示栏',
    search: false,
    filters: [],
    add: {
      text: '贴一张',
      url: ({ id }) => edit(`kind=notice&id=${id}`),
      roles: ['admin', 'agent'],
    },
    empty: { title: '没贴过什么', text: '停水、开会、名单，都可以贴' },
    fetch: async ({ id, cursor }) => {
      const found = await call('office', 'announcements', { placeId: id, ...at(cursor) })
      const today = businessDate(new Date())
      return { rows: found.announcements.map((one) => noticeRow(one, today)), next: found.next }
    },
    act: {
      ask: '撤下这一张？群众马上看不到了。',
      send: (id, requestId) => call('office', 'withdrawAnnouncement', { id, requestId }),
    },
  },
  trainings: {
    title: '培训',
    search: false,
    filters: [],
    add: { text: '安排一次', url: () => edit('kind=training'), roles: ['admin', 'leader'] },
    empty: { title: '还没安排培训', text: '安排了，这里看得到，当天在这里签到' },
    fetch: async () => {
      const { trainings } = await call('office', 'trainings', {})
      const today = businessDate(new Date())
      return { rows: trainings.map((one) => trainingRow(one, today)), next: null }
    },
    act: {
      ask: '',
      send: (id, requestId) => call('office', 'attend', { id, requestId }),
    },
  },
}
