import { keptMe, me } from '../../../services/account'
import { actState } from '../../../services/act'
import { call } from '../../../services/call'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { addDays, businessDate } from '../../../shared/dates'
import type { Colleague, Gap, Handover } from '../calls'
import { dayChoices } from '../days'
import type { DayChoice } from '../days'
import { send, sendAgain } from '../send'
import { gapCard, handoverCard } from './view'
import type { Answer } from './view'

const LENGTHS = [1, 2, 3, 5, 7, 14]

interface Loaded {
  readonly handovers: Handover[]
  readonly gaps: Gap[]
}

/** 请假和交接: who stands in for me, for whom I stand in; leaders also see windows without anybody. */
page({
  data: {
    ...pageState(),
    ...actState(),
    leads: false,
    cards: [] as ReturnType<typeof handoverCard>[],
    gaps: [] as ReturnType<typeof gapCard>[],
    /** What the sheet of colleagues is for: `to`, `away`, `cover`. */
    choosing: '' as '' | 'to' | 'away' | 'cover',
    away: null as Colleague | null,
    to: null as Colleague | null,
    starts: [] as DayChoice[],
    start: '',
    lengths: LENGTHS,
    days: 1,
    note: '',
    error: '',
    /** The answer that needs a word: its sheet is open. */
    answering: null as { id: string; action: Answer } | null,
    answer: '',
  },
  methods: {
    onLoad() {
      const today = businessDate(new Date())
      this.setData({ starts: dayChoices(today, 14), start: today })
      void this.refresh()
    },
    async refresh() {
      const account = (keptMe() ?? (await me().catch(() => null)))?.account
      const leads = account?.roles.includes('leader') ?? false
      this.setData({ leads })
      await load<Loaded>(this, {
        key: 'handovers',
        fetch: async () => {
          const [{ handovers }, gaps] = await Promise.all([
            call('office', 'handovers', {}),
            leads ? call('office', 'gaps', {}) : { gaps: [] },
          ])
          return { handovers, gaps: gaps.gaps.filter(({ state }) => state === 'open') }
        },
        show: ({ handovers, gaps }) => {
          const today = businessDate(new Date())
          const running = handovers.filter(({ until }) => until >= today)
          this.setData({
            cards: running.map((one) => handoverCard(one, today)),
            gaps: gaps.map(gapCard),
          })
        },
      })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { what, id = '' } = event.currentTarget.dataset as { what: 'to'; id?: string }
      Object.assign(this, { gapId: id })
      this.setData({ choosing: what })
    },
    closeSheet() {
      this.setData({ choosing: '', answering: null })
    },
    chosen(event: WechatMiniprogram.CustomEvent<Colleague>) {
      const { choosing } = this.data
      this.setData({ choosing: '', error: '' })
      if (choosing === 'cover') return this.cover(event.detail)
      this.setData(choosing === 'to' ? { to: event.detail } : { away: event.detail })
    },
    pickStart(event: WechatMiniprogram.TouchEvent) {
      this.setData({ start: String(event.currentTarget.dataset.date) })
    },
    pickDays(event: WechatMiniprogram.TouchEvent) {
      this.setData({ days: Number(event.currentTarget.dataset.days) })
    },
    typeNote(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ note: event.detail.value, error: '' })
    },
    async ask() {
      const { to, start, days, note } = this.data
      if (!to || !note.trim()) {
        return this.setData({ error: to ? '写一句手上有什么事，没有就写“没有”' : '先选谁替您' })
      }
      const until = addDays(start, days - 1)
      await send(
        this,
        (requestId) =>
          call('office', 'handover', { toStaffId: to.staffId, start, until, note, requestId }),
        () => {
          void wx.showToast({ title: `等${to.name}接`, icon: 'none' })
          this.setData({ to: null, note: '' })
          return this.refresh()
        },
      )
    },
    async nameOne() {
      const { to, away, days } = this.data
      if (!to || !away) return this.setData({ error: away ? '先选谁替他' : '先选谁来不了' })
      const until = addDays(businessDate(new Date()), days - 1)
      const named = { staffId: away.staffId, toStaffId: to.staffId, until }
      await send(
        this,
        (requestId) => call('office', 'nameSubstitute', { ...named, requestId }),
        () => {
          this.setData({ to: null, away: null })
          return this.refresh()
        },
      )
    },
    async cover({ staffId }: Colleague) {
      const { gapId } = this as unknown as { gapId: string }
      await send(
        this,
        (requestId) => call('office', 'coverWindow', { id: gapId, staffId, requestId }),
        () => this.refresh(),
      )
    },
    async step(event: WechatMiniprogram.TouchEvent) {
      const { id, action } = event.currentTarget.dataset as { id: string; action: Answer }
      if (action === 'decline' || action === 'fill') {
        return this.setData({ answering: { id, action }, answer: '', error: '' })
      }
      await this.send(id, action, '')
    },
    typeAnswer(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ answer: event.detail.value, error: '' })
    },
    async sendAnswer() {
      const { answering, answer } = this.data
      if (!answering) return
      if (!answer.trim()) return this.setData({ error: '写一句就行' })
      this.setData({ answering: null })
      await this.send(answering.id, answering.action, answer)
    },
    async send(id: string, action: Answer, text: string) {
      const sending: Readonly<Record<Answer, (requestId: string) => Promise<unknown>>> = {
        accept: (requestId) => call('office', 'answerHandover', { id, agree: true, requestId }),
        decline: (requestId) =>
          call('office', 'answerHandover', { id, agree: false, text, requestId }),
        fill: (requestId) => call('office', 'fillHandover', { id, text, requestId }),
        end: (requestId) => call('office', 'endHandover', { id, requestId }),
      }
      await send(this, sending[action], () => this.refresh())
    },
    again() {
      sendAgain(this)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
