import { act, actState } from '../../../services/act'
import { call } from '../../../services/call'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { businessDate } from '../../../shared/dates'
import { fetchRecord } from '../calls'
import type { ItemRecord } from '../calls'
import { draw, typed } from '../../../shared/form/draw'
import type { DrawnField } from '../../../shared/form/draw'
import { checkAll, textOf } from '../../../shared/form/fields'
import type { Values } from '../../../shared/form/fields'
import { PUBLISHING, recordCard, RETIRING } from './view'
import type { RecordCard } from './view'

type Asking = '' | 'publish' | 'retire'
type Keyed = WechatMiniprogram.CustomEvent<{ key: string; text: string }>

const WORDS = { failed: '没办成', kept: '您写的都在', again: '再试一次' }
const ASKS = { publish: PUBLISHING, retire: RETIRING }
const TITLES = { publish: '公开这一版', retire: '这个事项不办了' }

/** 一个事项: its draft and the difference, what is still empty, making public, ending, editions. */
page({
  data: {
    ...pageState(),
    ...actState(),
    code: '',
    card: null as RecordCard | null,
    asking: '' as Asking,
    title: '',
    fields: [] as DrawnField[],
    /** 改办哪一项, when this one ends. */
    choosing: false,
    replacedBy: '',
  },
  methods: {
    onLoad({ code = '' }: { code?: string }) {
      this.setData({ code })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const { code } = this.data
      await load(this, {
        key: `console:item:${code}`,
        fetch: () => fetchRecord(code),
        show: (record: ItemRecord) =>
          this.setData({ card: recordCard(record, businessDate(new Date())) }),
      })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      go(String(event.currentTarget.dataset.url))
    },
    ask(event: WechatMiniprogram.TouchEvent) {
      const asking = event.currentTarget.dataset.asking as keyof typeof ASKS
      this.setData({ asking, title: TITLES[asking], replacedBy: '' })
      this.draw({})
    },
    closeAsking() {
      this.setData({ asking: '' })
    },
    draftName(): string {
      return `console:${this.data.asking}:${this.data.code}`
    },
    answers(): Values {
      return openDraft(this.draftName(), { from: businessDate(new Date()), note: '' }).form
    },
    draw(errors: Readonly<Record<string, string>>) {
      const { asking } = this.data
      if (!asking) return
      const fields = draw(ASKS[asking], this.answers(), { fetched: {}, errors, others: {} })
      this.setData({ fields })
    },
    type({ detail: { key, text } }: Keyed) {
      const name = this.draftName()
      const draft = openDraft<Values>(name, this.answers())
      keepForm(name, draft, { ...draft.form, [key]: typed({ kind: 'line' }, text) })
      if (key === 'from') this.draw({})
    },
    choose() {
      this.setData({ choosing: true })
    },
    closeChoosing() {
      this.setData({ choosing: false })
    },
    chosen(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.setData({ choosing: false, replacedBy: event.detail.code })
    },
    async send() {
      const { asking, code, replacedBy } = this.data
      if (!asking) return
      const values = this.answers()
      const errors = checkAll(ASKS[asking], values)
      this.draw(errors)
      if (Object.keys(errors).length > 0) return
      const name = this.draftName()
      const { requestId } = openDraft<Values>(name, values)
      const [from, note] = [textOf(values.from), textOf(values.note).trim()]
      const more = replacedBy ? { replacedBy } : {}
      const done = await act(this, WORDS, () =>
        asking === 'publish'
          ? call('office', 'publishItem', { code, from, note, requestId })
          : call('office', 'retireItem', { code, from, reason: note, ...more, requestId }),
      )
      if (this.data.trouble?.code !== 'OFFLINE') this.renew(name, done ? null : values)
      if (!done) return
      this.setData({ asking: '', card: recordCard(done.record, businessDate(new Date())) })
      void wx.showToast({ title: '好了', icon: 'none' })
    },
    /** Done or refused: what comes next is another request; what was written stays when refused. */
    renew(name: string, values: Values | null) {
      closeDraft(name)
      if (values) keepForm(name, openDraft<Values>(name, values), values)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      void this.send()
    },
  },
})
