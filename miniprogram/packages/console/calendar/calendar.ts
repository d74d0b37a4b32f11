import { act, actState } from '../../../services/act'
import { call } from '../../../services/call'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { businessDate } from '../../../shared/dates'
import { chosen, draw, typed } from '../../../shared/form/draw'
import type { DrawnField } from '../../../shared/form/draw'
import { checkAll, textOf } from '../../../shared/form/fields'
import type { Values } from '../../../shared/form/fields'
import { readNotice } from './notice'
import type { Day } from './notice'
import {
  addedOf,
  DAY_FIELDS,
  dayRows,
  differences,
  effectSentence,
  historyOf,
  isWhole,
} from './view'
import type { Calendar } from './view'

/** What is being entered for a year: kept on the phone until it is stored. */
interface Form {
  readonly days: readonly Day[] | null
  readonly whole: boolean
}

const EMPTY: Form = { days: null, whole: false }
const LOOK = { failed: '没看成', kept: '您填的都在', again: '再看一次' }
const STORE = { failed: '没存成', kept: '您填的都在', again: '再存一次' }

type Keyed<More> = WechatMiniprogram.CustomEvent<{ key: string } & More>

/** 放假安排: a year of holidays and make-up workdays; what a change moves is said before it is made. */
page({
  data: {
    ...pageState(),
    ...actState(),
    years: [] as number[],
    year: 0,
    verified: false,
    reckoning: false,
    rows: [] as ReturnType<typeof dayRows>,
    steps: [] as ReturnType<typeof historyOf>,
    changed: false,
    sheet: '' as '' | 'paste' | 'day' | 'effect',
    paste: '',
    pasteError: '',
    fields: [] as DrawnField[],
    effect: { sentence: '', lines: [] as string[] },
  },
  methods: {
    async onLoad() {
      const year = Number(businessDate(new Date()).slice(0, 4))
      this.setData({ year, years: [year, year + 1] })
      await this.refresh()
    },
    calendar(): Calendar | undefined {
      return (this as unknown as { calendar_?: Calendar }).calendar_
    },
    name(): string {
      return `console:calendar:${String(this.data.year)}`
    },
    form(): Form {
      return openDraft(this.name(), EMPTY).form
    },
    /** What the township adds, as it would be stored. */
    days(): readonly Day[] {
      const calendar = this.calendar()
      return this.form().days ?? (calendar ? addedOf(calendar) : [])
    },
    async refresh() {
      const { year } = this.data
      await load(this, {
        key: this.name(),
        fetch: async () => (await call('office', 'calendar', { year })).calendar,
        show: (calendar: Calendar) => {
          Object.assign(this, { calendar_: calendar })
          this.draw()
        },
      })
    },
    draw() {
      const calendar = this.calendar()
      if (!calendar) return
      this.setData({
        verified: calendar.verified,
        reckoning: calendar.reckoning,
        rows: dayRows(calendar, this.days()),
        steps: historyOf(calendar),
        changed: differences(calendar, this.days()).length > 0,
      })
    },
    keep(days: readonly Day[], whole: boolean) {
      const draft = openDraft(this.name(), EMPTY)
      keepForm<Form>(this.name(), draft, { days, whole: whole || draft.form.whole })
      this.draw()
    },
    async pickYear(event: WechatMiniprogram.TouchEvent) {
      const year = Number(event.currentTarget.dataset.year)
      if (year === this.data.year) return
      Object.assign(this, { calendar_: undefined })
      this.setData({ ...pageState(), year, rows: [], steps: [], changed: false })
      await this.refresh()
    },
    openPaste() {
      this.setData({ sheet: 'paste', paste: '', pasteError: '' })
    },
    typePaste(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ paste: event.detail.value, pasteError: '' })
    },
    readPaste() {
      const { days, unclear } = readNotice(this.data.paste, this.data.year)
      if (unclear.length > 0 || days.length === 0) {
        const which = unclear[0] ? `这一行没看懂：${unclear[0].slice(0, 30)}` : '没看到日子'
        return this.setData({ pasteError: `${which}。只留放假和上班的那几行，再贴一次。` })
      }
      this.setData({ sheet: '' })
      this.keep(days, true)
    },
    openDay() {
      Object.assign(this, { day_: { date: `${String(this.data.year)}-01-01` } })
      this.setData({ sheet: 'day' })
      this.drawDay({})
    },
    day(): Values {
      return (this as unknown as { day_?: Values }).day_ ?? {}
    },
    drawDay(errors: Readonly<Record<string, string>>) {
      this.setData({
        fields: draw(DAY_FIELDS, this.day(), { fetched: {}, errors, others: {} }),
      })
    },
    typeDay({ detail: { key, text } }: Keyed<{ text: string }>) {
      Object.assign(this, { day_: { ...this.day(), [key]: typed({ kind: 'line' }, text) } })
      if (key === 'date') this.drawDay({})
    },
    chooseDay({ detail: { key, choice } }: Keyed<{ choice: string }>) {
      const value = chosen({ kind: 'choice' }, this.day()[key], choice)
      Object.assign(this, { day_: { ...this.day(), [key]: value } })
      this.drawDay({})
    },
    addDay() {
      const values = this.day()
      const date = textOf(values.date)
      const isOther = !date.startsWith(`${String(this.data.year)}-`)
      const wrong = {
        ...checkAll(DAY_FIELDS, values),
        ...(isOther && { date: `选${String(this.data.year)}年的日子` }),
      }
      if (Object.keys(wrong).length > 0) return this.drawDay(wrong)
      const day = { date, off: values.off === 'off', name: textOf(values.name).trim() }
      this.setData({ sheet: '' })
      this.keep([...this.days().filter((one) => one.date !== date), day], false)
    },
    removeDay(event: WechatMiniprogram.TouchEvent) {
      const { date } = event.currentTarget.dataset as { date: string }
      this.keep(
        this.days().filter((one) => one.date !== date),
        false,
      )
    },
    closeSheet() {
      this.setData({ sheet: '' })
    },
    forget() {
      closeDraft(this.name())
      this.draw()
    },
    entered(calendar: Calendar) {
      const complete = this.form().whole || isWhole(calendar)
      const days = [...this.days()].sort((a, b) => (a.date < b.date ? -1 : 1))
      return { year: this.data.year, days, complete }
    },
    /** Says what it moves; nothing is stored yet. */
    async look() {
      const calendar = this.calendar()
      if (!calendar) return
      Object.assign(this, { again_: () => this.look() })
      const effect = await act(this, LOOK, () =>
        call('office', 'previewCalendar', this.entered(calendar)),
      )
      if (!effect) return
      const lines = differences(calendar, this.days())
      this.setData({ sheet: 'effect', effect: { sentence: effectSentence(effect), lines } })
    },
    async save() {
      const calendar = this.calendar()
      if (!calendar) return
      Object.assign(this, { again_: () => this.save() })
      const { requestId, form } = openDraft(this.name(), EMPTY)
      const { version } = calendar
      const done = await act(this, STORE, () =>
        call('office', 'setCalendar', { ...this.entered(calendar), version, requestId }),
      )
      this.setData({ sheet: '' })
      if (done || this.data.trouble?.code !== 'OFFLINE') closeDraft(this.name())
      if (!done) {
        // Refused, not done: what was entered stays, on top of what there is now.
        if (this.data.trouble?.code === 'OFFLINE') return
        keepForm(this.name(), openDraft(this.name(), EMPTY), form)
        return this.refresh()
      }
      Object.assign(this, { calendar_: done.calendar })
      this.draw()
      void wx.showToast({ title: '存好了，一刻钟内都按新的算', icon: 'none' })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      void (this as unknown as { again_?: () => Promise<void> }).again_?.()
    },
  },
})
