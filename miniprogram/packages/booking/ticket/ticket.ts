import { act, actState } from '../../../services/act'
import {
  answerOffer,
  APPOINTMENTS_KEY,
  cancel,
  fetchAppointment,
  ticketKey,
} from '../../../services/appointment'
import type { Appointment } from '../../../services/appointment'
import { dropCache, readCache } from '../../../services/cache'
import { guide, venues } from '../../../services/catalog'
import type { Guide, Venue } from '../../../services/catalog'
import { presenceOf } from '../../../services/presence'
import type { Presence } from '../../../services/presence'
import { businessDate } from '../../../shared/dates'
import { closeDraft, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { mergeChecklist } from '../../../shared/checklist'
import type { ChecklistRow } from '../../../shared/checklist'
import { ticketView } from './view'
import type { TicketView } from './view'
import { qrImage } from '../../../services/qr'
import { go, replace } from '../../../services/navigate'
import { sharePaper } from '../../../services/share-paper'
import { calendarFile } from '../../../shared/ics'
import { page } from '../../../services/page'

const JUST_MS = 30_000

/** 我的号: opens without network, because what is shown was kept when it was booked. */
page({
  data: {
    ...pageState(),
    ...actState(),
    id: '',
    isNew: false,
    ticket: null as TicketView | null,
    qr: '',
    papers: [] as ChecklistRow[],
    /** 要见的人, on the day: who, and whether they are there. */
    host: null as { name: string; presence: Presence } | null,
    location: null as NonNullable<Venue['location']> | null,
    asking: false,
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      this.setData({ id: query.id ?? '', isNew: query.new === '1' })
    },
    onShow() {
      if (!this.showJustBooked()) void this.refresh()
    },
    /** It came with the answer a moment ago: no second question for the same. */
    showJustBooked(): boolean {
      const { id, isNew, ticket } = this.data
      const kept = isNew && !ticket ? readCache<Appointment>(ticketKey(id)) : undefined
      if (!kept || Date.now() - kept.at > JUST_MS) return false
      this.show(kept.data)
      this.setData({ status: 'ready' })
      return true
    },
    async refresh() {
      const { id } = this.data
      await load(this, {
        key: ticketKey(id),
        fetch: () => fetchAppointment(id),
        show: (appointment: Appointment) => this.show(appointment),
      })
    },
    show(appointment: Appointment) {
      const ticket = ticketView(appointment)
      this.setData({ ticket, qr: this.data.qr || qrImage(`ticket:${appointment.id}`) })
      if (this.data.papers.length === 0) void this.showPapers(appointment)
      void this.showPlace(appointment)
    },
    async showPapers({ items }: Appointment) {
      const guides = await Promise.all(items.map(({ code }) => guide(code).catch(() => null)))
      const known = guides.filter((one): one is Guide => one !== null)
      this.setData({ papers: [...mergeChecklist(known).bring] })
    },
    /** The way there; on the day also who will be there, or who stands in. */
    async showPlace({ slot, items }: Appointment) {
      const venue = (await venues().catch(() => [])).find(({ id }) => id === slot.venueId)
      this.setData({ location: venue?.location ?? null })
      if (slot.date !== businessDate(new Date())) return
      const [first] = items
      const item = venue?.agent || !first ? null : await guide(first.code).catch(() => null)
      const name = venue?.agent?.name ?? item?.people[0]?.name
      if (!name) return
      const where = item ? { departmentId: item.department } : { villageId: slot.venueId }
      const presence = await presenceOf(name, where)
      this.setData({ host: presence && { name, presence } })
    },
    openMap() {
      const { location, ticket } = this.data
      if (!location || !ticket) return
      const { placeName: name, place: address } = ticket
      wx.openLocation({ ...location, name, address, fail: () => undefined })
    },
    ask() {
      this.setData({ asking: true })
    },
    closeAsk() {
      this.setData({ asking: false })
    },
    async cancel() {
      const { id } = this.data
      const name = `cancel:${id}`
      const { requestId } = openDraft(name, {})
      const words = { failed: '没退成', kept: '号还在', again: '再退一次' }
      const appointment = await act(this, words, () => cancel(id, requestId))
      this.setData({ asking: false })
      if (!appointment) return
      closeDraft(name)
      dropCache(APPOINTMENTS_KEY)
      this.show(appointment)
    },
    accept() {
      return this.answer(true)
    },
    decline() {
      return this.answer(false)
    },
    async answer(accept: boolean) {
      const { id } = this.data
      const name = `answer:${id}:${String(accept)}`
      const { requestId } = openDraft(name, {})
      const words = { failed: '没说成', kept: '号还给您留着', again: '再说一次' }
      const appointment = await act(this, words, () => answerOffer(id, accept, requestId))
      Object.assign(this, { last: accept })
      if (!appointment) return
      closeDraft(name)
      dropCache(APPOINTMENTS_KEY)
      this.setData({ isNew: accept })
      this.show(appointment)
    },
    again() {
      const { last } = this as unknown as { last?: boolean }
      void (last === undefined ? this.cancel() : this.answer(last))
    },
    openMoved() {
      replace(`/packages/booking/ticket/ticket?id=${this.data.ticket?.movedTo ?? ''}`)
    },
    move() {
      const { id, ticket } = this.data
      const venue = ticket?.venueId ?? ''
      go(`/packages/booking/slots/slots?venue=${venue}&move=${id}&codes=${ticket?.codes ?? ''}`)
    },
    /** A calendar file, for the family or for the computer. */
    async calendar() {
      const { ticket } = this.data
      if (!ticket) return
      const trouble = await sharePaper(
        `${ticket.when.replace(/[ :]/g, '-')}.ics`,
        calendarFile(ticket.event, new Date()),
        '号还在。截一张图发给家里人，一样能用。',
      )
      this.setData({ trouble })
    },
    changeTime() {
      const { ticket } = this.data
      go(
        `/packages/booking/slots/slots?venue=${ticket?.venueId ?? ''}&codes=${ticket?.codes ?? ''}`,
      )
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
