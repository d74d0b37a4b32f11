/** The lists of these pages: where they come from, what one can add, what is said when empty. */
import { businessDate } from '../../../shared/dates'
import {
  fetchConsultations,
  fetchIssues,
  fetchMediations,
  fetchOrders,
  fetchRaised,
} from '../calls'
import { consultationRow, issueRow, mediationRow, orderRow, raisedRow } from '../rows'
import type { Row } from '../rows'

export interface Page {
  readonly rows: readonly Row[]
  readonly next: string | null
  /** Counted, for the top of the page. */
  readonly count: string
}

export interface ListSpec {
  readonly title: string
  /** Can one look at what is over? */
  readonly done: boolean
  readonly add: { readonly text: string; readonly form: string; readonly roles: readonly string[] }
  /** A second way on, as a quiet button. */
  readonly more: { readonly text: string; readonly url: string } | null
  readonly empty: { readonly title: string; readonly text: string }
  readonly fetch: (done: boolean, cursor?: string) => Promise<Page>
}

const WATCHERS = ['leader', 'supervisor']
const COUNTER = ['agent', 'window', 'cadre']

export const LISTS: Readonly<Record<string, ListSpec>> = {
  orders: {
    title: '交办单',
    done: true,
    add: { text: '开一张', form: 'order', roles: WATCHERS },
    more: null,
    empty: { title: '没有没办完的', text: '来了交办单，这里和微信都会说' },
    fetch: async (done, cursor) => {
      const { orders, next } = await fetchOrders(done, cursor)
      const today = businessDate(new Date())
      return { rows: orders.map((one) => orderRow(one, today)), next, count: '' }
    },
  },
  issues: {
    title: '群众反映的事',
    done: true,
    add: { text: '登记一件', form: 'register', roles: WATCHERS },
    more: null,
    empty: { title: '件件都答复了', text: '有人反映，这里和微信都会说' },
    fetch: async (done, cursor) => {
      const { issues, next } = await fetchIssues(done, cursor)
      const today = businessDate(new Date())
      return { rows: issues.map((one) => issueRow(one, today)), next, count: '' }
    },
  },
  raised: {
    title: '我反映的',
    done: false,
    add: { text: '说一件事', form: 'raise', roles: [] },
    more: { text: '没写名字的，凭编号查', url: '/packages/affairs/look/look' },
    empty: { title: '还没说过什么', text: '难事、建议、办得不好的，都可以说，可以不写名字' },
    fetch: async (_done, cursor) => {
      const { issues, next } = await fetchRaised(cursor)
      return { rows: issues.map(raisedRow), next, count: '' }
    },
  },
  mediations: {
    title: '调解',
    done: true,
    add: { text: '登记一件', form: 'mediation', roles: [...COUNTER, 'leader'] },
    more: null,
    empty: { title: '没有正在调解的', text: '两家有疙瘩，都愿意谈，就登记一件' },
    fetch: async (done, cursor) => {
      const { mediations, next } = await fetchMediations(done, cursor)
      return { rows: mediations.map(mediationRow), next, count: '' }
    },
  },
  consultations: {
    title: '接待咨询',
    done: false,
    add: { text: '记一次', form: 'consultation', roles: COUNTER },
    more: null,
    empty: { title: '没有等回话的', text: '有人来问，点“记一次”，三下记好' },
    fetch: async () => {
      const { today, month, pending } = await fetchConsultations()
      const count = `今天接待${String(today)}次，这个月${String(month)}次`
      return { rows: pending.map(consultationRow), next: null, count }
    },
  },
}
