import { keptMe, me } from '../../../services/account'
import { act, actState } from '../../../services/act'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { fetchOutages, OUTAGES_KEY, registerOutage } from '../../../services/supervision'
import type { Outages } from '../../../services/supervision'
import { businessDate, spokenDate } from '../../../shared/dates'

type Kind = Outages['outages'][number]['kind']

const KINDS = [
  { key: 'power', text: '停电' },
  { key: 'network', text: '断网' },
  { key: 'superior', text: '上级系统故障' },
] as const satisfies readonly { key: Kind; text: string }[]

const DRAFT = 'outage'
const EMPTY = { kind: '' as Kind | '', from: '', until: '', text: '' }
type Form = typeof EMPTY

const rowsOf = ({ outages }: Outages) =>
  outages.map(({ id, kind, from, until, text }) => ({
    id,
    what: KINDS.find(({ key }) => key === kind)?.text ?? '',
    when: from === until ? spokenDate(from) : `${spokenDate(from)}到${spokenDate(until)}`,
    text,
  }))

/** 停电、断网: the leader registers the days; they do not count for any deadline. */
page({
  data: {
    ...pageState(),
    ...actState(),
    kinds: KINDS,
    today: businessDate(new Date()),
    rows: [] as ReturnType<typeof rowsOf>,
    leads: false,
    form: EMPTY,
    fromText: '',
    untilText: '',
    missing: '',
    done: false,
  },
  methods: {
    onLoad() {
      const today = businessDate(new Date())
      const kept = openDraft(DRAFT, EMPTY).form
      this.setData({ today })
      this.show({ ...kept, from: kept.from || today, until: kept.until || today })
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: OUTAGES_KEY,
        fetch: fetchOutages,
        show: (outages: Outages) => this.setData({ rows: rowsOf(outages) }),
      })
      const account = (keptMe() ?? (await me().catch(() => null)))?.account
      this.setData({ leads: account?.roles.includes('leader') ?? false })
    },
    show(form: Form) {
      this.setData({
        form,
        fromText: spokenDate(form.from),
        untilText: spokenDate(form.until),
        missing: '',
      })
    },
    change(part: Partial<Form>) {
      const form = { ...this.data.form, ...part }
      keepForm(DRAFT, openDraft(DRAFT, EMPTY), form)
      this.setData({ done: false })
      this.show(form)
    },
    choose(event: WechatMiniprogram.CustomEvent<{ key: Kind }>) {
      this.change({ kind: event.detail.key })
    },
    pickFrom(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const from = event.detail.value
      const { until } = this.data.form
      this.change({ from, until: until < from ? from : until })
    },
    pickUntil(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ until: event.detail.value })
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ text: event.detail.value })
    },
    async send() {
      const { kind, from, until, text } = this.data.form
      if (!kind || !text.trim()) {
        this.setData({ missing: kind ? '写一句是哪里、什么原因' : '先选一种' })
        return
      }
      const { requestId } = openDraft(DRAFT, EMPTY)
      const words = { failed: '没登记上', kept: '您填的都在', again: '再登记一次' }
      const sent = await act(this, words, async () => {
        await registerOutage({ kind, from, until, text: text.trim(), requestId })
        return true
      })
      if (!sent) return
      closeDraft(DRAFT)
      this.show({ ...EMPTY, from, until })
      this.setData({ done: true })
      await this.refresh()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
