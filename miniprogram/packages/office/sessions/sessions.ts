import { act, actState } from '../../../services/act'
import { page } from '../../../services/page'
import { closeSlots, openSlots } from '../../../services/plan'
import { newRequestId } from '../../../services/request-id'
import { businessDate, relativeDate } from '../../../shared/dates'
import { hitTimes } from '../hits'
import { inOrder, spanAfter, spansProblem } from '../plan/template'
import type { Span } from '../plan/template'
import { capacityChoices, minutesChoices, modes, PARTS, parts } from './view'
import type { Mode, Part } from './view'

const EVENING: Span = { from: '16:00', to: '17:00' }
const WORDS = { failed: '没做成', kept: '什么都没变', again: '再试一次' }

/** 停开、加开: one place, one day; whom closing hits is said first, and each of them keeps a seat. */
page({
  data: {
    ...actState(),
    venueId: '',
    date: '',
    where: '',
    mode: 'close' as Mode,
    part: 'all' as Part,
    reason: '',
    sessions: [EVENING] as readonly Span[],
    minutes: 30,
    capacity: 4,
    modes: modes('close'),
    parts: parts('all'),
    minutesChoices: minutesChoices(30),
    capacityChoices: capacityChoices(4),
    error: '',
    said: '',
    /** Whom closing hits; null while nothing is asked. */
    people: null as ReturnType<typeof hitTimes> | null,
    sentence: '',
  },
  methods: {
    onLoad({ venue = '', date = '', name = '' }: Record<string, string | undefined>) {
      const day = date || businessDate(new Date())
      const where = `${decodeURIComponent(name)}，${relativeDate(day, businessDate(new Date()))}`
      this.setData({ venueId: venue, date: day, where })
    },
    pickMode(event: WechatMiniprogram.CustomEvent<{ value: Mode }>) {
      const mode = event.detail.value
      this.setData({ mode, modes: modes(mode), error: '', said: '' })
    },
    pickPart(event: WechatMiniprogram.CustomEvent<{ value: Part }>) {
      const part = event.detail.value
      this.setData({ part, parts: parts(part) })
    },
    pickMinutes(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const minutes = Number(event.detail.value)
      this.setData({ minutes, minutesChoices: minutesChoices(minutes) })
    },
    pickCapacity(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const capacity = Number(event.detail.value)
      this.setData({ capacity, capacityChoices: capacityChoices(capacity) })
    },
    changeSpan(
      event: WechatMiniprogram.CustomEvent<{ index: number; side: 'from' | 'to'; value: string }>,
    ) {
      const { index, side, value } = event.detail
      const sessions = this.data.sessions.map((span, at) =>
        at === index ? { ...span, [side]: value } : span,
      )
      this.setData({ sessions: inOrder(sessions), error: '' })
    },
    addSpan() {
      const { sessions } = this.data
      this.setData({ sessions: [...sessions, spanAfter(sessions)] })
    },
    dropSpan(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      const { index } = event.detail
      this.setData({ sessions: this.data.sessions.filter((_, at) => at !== index) })
    },
    typeReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value, error: '' })
    },
    /** Nothing is closed yet. */
    async preview() {
      if (!this.data.reason.trim()) return this.setData({ error: '写上为什么，群众看得到' })
      const effect = await act(this, WORDS, () => this.sendClose(true, newRequestId()))
      if (!effect) return
      const { people, closed } = effect
      const hit = people.length
        ? `有${String(people.length)}人约了，停了就给他们另留一个号，都发消息`
        : '没有人约'
      this.setData({ people: hitTimes(people), sentence: `要停${String(closed)}段，${hit}。` })
    },
    closePreview() {
      this.setData({ people: null })
    },
    async close() {
      const { pending = newRequestId() } = this as unknown as { pending?: string }
      Object.assign(this, { pending })
      const effect = await act(this, WORDS, () => this.sendClose(false, pending))
      this.setData({ people: null })
      if (this.data.trouble?.code !== 'OFFLINE') Object.assign(this, { pending: undefined })
      if (!effect) return
      const told = effect.people.length ? `，${String(effect.people.length)}个人都发了消息` : ''
      this.setData({ said: `停了${String(effect.closed)}段${told}`, reason: '' })
    },
    sendClose(dryRun: boolean, requestId: string) {
      const { venueId, date, part, reason } = this.data
      const { session } = PARTS[part]
      return closeSlots({
        ...{ venueId, date, reason: reason.trim(), dryRun, requestId },
        ...(session ? { session } : {}),
      })
    },
    async open() {
      const { venueId, date, sessions, minutes, capacity } = this.data
      const error = spansProblem(sessions)
      if (error) return this.setData({ error })
      const { pending = newRequestId() } = this as unknown as { pending?: string }
      Object.assign(this, { pending })
      const opened = await act(this, WORDS, () =>
        openSlots({
          venueId,
          date,
          sessions: [...sessions],
          minutes,
          capacity,
          requestId: pending,
        }),
      )
      if (this.data.trouble?.code !== 'OFFLINE') Object.assign(this, { pending: undefined })
      if (!opened) return
      const seats = opened.reduce((sum, slot) => sum + slot.capacity, 0)
      this.setData({ said: `加开了${String(opened.length)}段，能约${String(seats)}个` })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      return this.data.mode === 'open' ? this.open() : this.preview()
    },
  },
})
