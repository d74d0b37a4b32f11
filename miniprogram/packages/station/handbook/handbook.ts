import { act, actState } from '../../../services/act'
import {
  deliverHandbook,
  fetchRegister,
  moreOfRegister,
  REGISTER_KEY,
} from '../../../services/handbook'
import type { OwnRegister, Register } from '../../../services/handbook'
import { load, loadMore, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { newRequestId } from '../../../services/request-id'
import { businessDate, relativeDate, spokenDate } from '../../../shared/dates'

interface Row {
  readonly no: string
  readonly head: string
  readonly note: string
}

const rowOf = ({ no, head, at, byName }: Register['deliveries'][number]): Row => ({
  no,
  head: head ?? '',
  note: `${dayOf(at)}，${byName}`,
})

/** `今天`, or the day. */
function dayOf(at: string | Date): string {
  const [day, today] = [businessDate(new Date(at)), businessDate(new Date())]
  return day === today ? relativeDate(day, today) : spokenDate(day, today)
}

/** 送百事通: which household has the handbook; one of each edition. */
page({
  data: {
    ...pageState(),
    ...actState(),
    shown: false,
    edition: '',
    villageName: '',
    households: 0,
    delivered: 0,
    share: 0,
    rows: [] as Row[],
    next: null as string | null,
    no: '',
    noError: '',
    /** What the last tap did. */
    said: '',
    requestId: '',
  },
  methods: {
    onLoad() {
      void this.refresh()
    },
    async refresh() {
      await load(this, { key: REGISTER_KEY, fetch: fetchRegister, show: (own) => this.show(own) })
    },
    show({ edition, village, deliveries, next }: OwnRegister) {
      const { name = '', households = 0, delivered = 0 } = village ?? {}
      this.setData({
        shown: true,
        edition,
        villageName: name,
        households,
        delivered,
        share: households ? Math.min(100, (delivered * 100) / households) : 0,
        rows: deliveries.map(rowOf),
        next,
      })
    },
    typeNo(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      // Another household is another request.
      this.setData({ no: event.detail.value, noError: '', said: '', requestId: newRequestId() })
    },
    async deliver() {
      const no = this.data.no.trim()
      if (!no) {
        this.setData({ noError: '写哪一户，如：二组12号' })
        return
      }
      const words = { failed: '还没记上', kept: '写的还在', again: '再记一次' }
      const done = await act(this, words, () => deliverHandbook(no, this.data.requestId))
      if (!done) return
      const { at, byName } = done.delivery
      const said = done.before ? `${no}这一版送过了：${dayOf(at)}，${byName}` : `记下了：${no}有了`
      this.setData({ said, no: '' })
      await this.refresh()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    async more() {
      const { next, rows } = this.data
      if (next === null) return
      await loadMore(this, async () => {
        const page = await moreOfRegister(next)
        return { rows: [...rows, ...page.deliveries.map(rowOf)], next: page.next }
      })
    },
  },
})
