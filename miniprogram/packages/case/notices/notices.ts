import { act, actState } from '../../../services/act'
import { notices, object } from '../../../services/case'
import type { Notice } from '../../../services/case'
import { home } from '../../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { dial } from '../../../services/phone'
import { businessDate } from '../../../shared/dates'
import { checkObjection, NO_OBJECTION, noticeRows, objectionOf } from './view'
import type { NoticeRow, ObjectionForm } from './view'

/** 公示栏: what is on public notice, and anybody's word against it. */
page({
  data: {
    ...pageState(),
    ...actState(),
    rows: [] as NoticeRow[],
    /** The notice that is spoken about. */
    about: null as NoticeRow | null,
    form: NO_OBJECTION,
    errors: {},
    told: false,
  },
  methods: {
    onLoad() {
      void this.refresh()
    },
    async refresh() {
      const villages = (await home().catch(() => null))?.villages ?? []
      const nameOf = (id: string) => villages.find((one) => one.id === id)?.name ?? ''
      await load(this, {
        key: 'notices',
        fetch: notices,
        show: (all: Notice[]) =>
          this.setData({ rows: noticeRows(all, nameOf, businessDate(new Date())) }),
      })
    },
    speak(event: WechatMiniprogram.TouchEvent) {
      const about = this.data.rows.find(
        ({ number }) => number === event.currentTarget.dataset.number,
      )
      if (!about) return
      const { form } = openDraft(`object:${about.number}`, NO_OBJECTION)
      this.setData({ about, form, errors: {} })
    },
    close() {
      this.setData({ about: null })
    },
    change(part: Partial<ObjectionForm>) {
      const { about, form } = this.data
      if (!about) return
      const name = `object:${about.number}`
      const next = { ...form, ...part }
      keepForm(name, openDraft(name, NO_OBJECTION), next)
      this.setData({ form: next, errors: {} })
    },
    typeText(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ text: event.detail.value })
    },
    typePhone(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ phone: event.detail.value })
    },
    async send() {
      const { about, form } = this.data
      if (!about) return
      const errors = checkObjection(form)
      this.setData({ errors })
      if (Object.keys(errors).length > 0) return
      const name = `object:${about.number}`
      const { requestId } = openDraft(name, NO_OBJECTION)
      const words = { failed: '没交上去', kept: '您写的还在', again: '再交一次' }
      const sent = await act(this, words, async () => {
        await object(objectionOf(about.number, form, requestId))
        return true
      })
      if (!sent) return
      closeDraft(name)
      this.setData({ about: null, form: NO_OBJECTION, told: true })
    },
    again() {
      void this.send()
    },
    call(event: WechatMiniprogram.TouchEvent) {
      dial(String(event.currentTarget.dataset.phone))
    },
    closeTold() {
      this.setData({ told: false })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
