import { keptMe, me } from '../../../services/account'
import { actState } from '../../../services/act'
import { call } from '../../../services/call'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { venues } from '../../../services/catalog'
import { addDays, businessDate, plainDate, weekday } from '../../../shared/dates'
import type { Colleague, Duty } from '../calls'
import { dayChoices } from '../days'
import type { DayChoice } from '../days'
import { send, sendAgain } from '../send'
import { KINDS, mondayOf, weekView } from './view'
import type { DutyStep, Kind } from './view'

const THURSDAY = 4

/** 值班表: a week at a time; swaps and hand-over notes; leader and administrator set it. */
page({
  data: {
    ...pageState(),
    ...actState(),
    monday: '',
    week: '',
    days: [] as ReturnType<typeof weekView>,
    sets: false,
    kinds: KINDS,
    kind: 'leader' as Kind,
    dates: [] as DayChoice[],
    date: '',
    villages: [] as { id: string; name: string }[],
    placeId: '',
    choosing: '' as '' | 'set' | 'swap',
    noting: '',
    note: '',
    error: '',
  },
  methods: {
    onLoad() {
      const today = businessDate(new Date())
      this.setData({ monday: mondayOf(today), dates: dayChoices(today, 14), date: today })
      void this.refresh()
    },
    async refresh() {
      const account = (keptMe() ?? (await me().catch(() => null)))?.account
      const sets = account?.roles.some((role) => role === 'leader' || role === 'admin') ?? false
      const { monday } = this.data
      const to = addDays(monday, 6)
      // A week goes from Monday to Sunday: that need not be said.
      this.setData({ sets, week: `${plainDate(monday)}到${plainDate(to)}` })
      await load(this, {
        key: `roster:${monday}`,
        fetch: async () => (await call('office', 'roster', { from: monday, to })).duties,
        show: (duties: Duty[]) =>
          this.setData({ days: weekView(duties, businessDate(new Date())) }),
      })
      if (sets) await this.nameVillages()
    },
    async nameVillages() {
      const all = await venues().catch(() => [])
      const villages = all.filter(({ kind }) => kind === 'village')
      this.setData({ villages: villages.map(({ id, name }) => ({ id, name })) })
    },
    async turn(event: WechatMiniprogram.TouchEvent) {
      const weeks = Number(event.currentTarget.dataset.weeks)
      this.setData({ monday: addDays(this.data.monday, 7 * weeks), days: [] })
      await this.refresh()
    },
    pickKind(event: WechatMiniprogram.TouchEvent) {
      const kind = event.currentTarget.dataset.kind as Kind
      const thursday = this.data.dates.find(({ date }) => weekday(date) === THURSDAY)
      const { date } = (kind === 'thursday' && thursday) || this.data
      this.setData({ kind, date, error: '' })
    },
    pickDate(event: WechatMiniprogram.TouchEvent) {
      this.setData({ date: String(event.currentTarget.dataset.date) })
    },
    pickVillage(event: WechatMiniprogram.TouchEvent) {
      this.setData({ placeId: String(event.currentTarget.dataset.id), error: '' })
    },
    chooseForSet() {
      const { kind, placeId } = this.data
      if (kind === 'thursday' && !placeId) return this.setData({ error: '先选去哪个村' })
      this.setData({ choosing: 'set', error: '' })
    },
    async step(event: WechatMiniprogram.TouchEvent) {
      const { id, action } = event.currentTarget.dataset as { id: string; action: DutyStep }
      Object.assign(this, { dutyId: id })
      if (action === 'swapDuty') return this.setData({ choosing: 'swap' })
      if (action === 'dutyNote') return this.setData({ noting: id, note: '', error: '' })
      const agree = action === 'agreeSwap'
      await send(
        this,
        (requestId) => call('office', 'answerSwap', { id, agree, requestId }),
        () => this.refresh(),
      )
    },
    async chosen(event: WechatMiniprogram.CustomEvent<Colleague>) {
      const { staffId } = event.detail
      const { choosing, date, kind, placeId } = this.data
      this.setData({ choosing: '' })
      const { dutyId } = this as unknown as { dutyId?: string }
      const fixed = KINDS.find((one) => one.kind === kind)?.place ?? ''
      await send(
        this,
        (requestId) =>
          choosing === 'swap'
            ? call('office', 'swapDuty', { id: dutyId ?? '', toStaffId: staffId, requestId })
            : call('office', 'setDuty', {
                date,
                kind,
                placeId: fixed || placeId,
                staffId,
                requestId,
              }),
        () => this.refresh(),
      )
    },
    typeNote(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ note: event.detail.value, error: '' })
    },
    async saveNote() {
      const { noting, note } = this.data
      if (!note.trim()) return this.setData({ error: '写一句下一班要知道的' })
      this.setData({ noting: '' })
      await send(
        this,
        (requestId) => call('office', 'dutyNote', { id: noting, text: note, requestId }),
        () => this.refresh(),
      )
    },
    closeSheet() {
      this.setData({ choosing: '', noting: '' })
    },
    again() {
      sendAgain(this)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
