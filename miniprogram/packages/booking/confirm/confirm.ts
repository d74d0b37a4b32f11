import { keptMe, me } from '../../../services/account'
import { act, actState } from '../../../services/act'
import type { Trouble } from '../../../services/act'
import {
  APPOINTMENTS_KEY,
  book,
  fetchSlots,
  insteadOf,
  joinWaitlist,
  slotsKey,
} from '../../../services/appointment'
import type { Instead, Slot } from '../../../services/appointment'
import { dropCache, readCache } from '../../../services/cache'
import { CallError } from '../../../services/call'
import { guide, home, venues } from '../../../services/catalog'
import type { Guide } from '../../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { whoAndWhere } from '../../../services/me-state'
import { askPermission } from '../../../services/subscribe'
import { NO_TICKS, readTicks, toggleTick } from '../../../services/ticks'
import { addDays, businessDate, spokenDate, spokenTime } from '../../../shared/dates'
import type { PersonForm } from '../../../shared/person-form'
import { bookingOf, itemsView, nearestRows } from './view'
import type { NearestRow, VisitItem } from './view'
import { go, goBack, goTab, replace } from '../../../services/navigate'
import { page } from '../../../services/page'

const MOST_ITEMS = 5
const HALL = 'hall'
const TICKS = 'visit'

/** Which matters and for whom: outlives the choice of another time. */
interface Visit {
  codes: string[]
  person: PersonForm | null
}

const EMPTY: Visit = { codes: [], person: null }

/** The first try did arrive, only its answer was lost; since then something was changed. */
const ALREADY: Trouble = {
  title: '刚才那次已经约上了',
  text: '后来改的没有存。号在“预约”里，要改先退了再约。',
  again: '看我的号',
  code: 'CONFLICT',
}

/** 看一遍再约: the time, for whom, up to five matters on one visit, one list of what to bring. */
page({
  data: {
    ...pageState(),
    ...actState(),
    slotId: '',
    venueId: '',
    slot: null as Slot | null,
    when: '',
    place: '',
    phone: '',
    codes: [] as string[],
    items: [] as VisitItem[],
    list: itemsView([]).list,
    ticked: NO_TICKS,
    person: null as PersonForm | null,
    who: whoAndWhere(),
    choosingItem: false,
    choosingPerson: false,
    full: false,
    /** 排队等空号 instead of booking. */
    wait: false,
    /** 上门: where to. */
    home: '',
    homeError: '',
    /** It was full: the nearest free times, to be had with one tap. */
    nearest: [] as NearestRow[],
    canWait: false,
  },
  methods: {
    async onLoad({
      slot = '',
      venue = '',
      codes = '',
      wait = '',
    }: Record<string, string | undefined>) {
      const visit = openDraft<Visit>('visit', EMPTY).form
      const wanted = codes.split(',').filter(Boolean)
      const all = [...new Set([...wanted, ...visit.codes])].slice(0, MOST_ITEMS)
      this.setData({
        slotId: decodeURIComponent(slot),
        venueId: venue,
        wait: wait === '1',
        person: visit.person,
        ticked: readTicks(TICKS),
      })
      void home().then(({ township }) => this.setData({ phone: township.station.phone }))
      void this.showPlace(venue)
      await this.refresh()
      await this.setCodes(all)
      if (all.length === 0) this.setData({ choosingItem: true })
    },
    onShow() {
      // Back from registering: the person is known now.
      this.setData({ who: whoAndWhere() })
    },
    async refresh() {
      const { venueId, slotId } = this.data
      const today = businessDate(new Date())
      if (!keptMe()) await me().catch(() => undefined)
      this.setData({ who: whoAndWhere() })
      await load(this, {
        key: `slot:${slotId}`,
        fetch: async () => {
          const kept = readCache<Slot[]>(slotsKey(venueId, today))?.data
          const slots = kept ?? (await fetchSlots(venueId, today, addDays(today, 45)))
          const slot = slots.find(({ id }) => id === slotId)
          if (!slot)
            throw new CallError('NOT_FOUND', '这个时间的号没有了，或者已经过了。回去另选一个时间。')
          return slot
        },
        show: (slot: Slot) =>
          this.setData({ slot, when: `${spokenTime(slot.start)}–${spokenTime(slot.end)}` }),
      })
    },
    async showPlace(venueId: string) {
      const venue = (await venues().catch(() => [])).find(({ id }) => id === venueId)
      if (venue) this.setData({ place: venue.address, phone: venue.agent?.phone ?? venue.phone })
    },
    async setCodes(codes: string[]) {
      const guides = await Promise.all(codes.map((code) => guide(code).catch(() => null)))
      const found = guides.filter((one): one is Guide => one !== null)
      this.setData({
        codes: found.map(({ code }) => code),
        ...itemsView(found, this.data.venueId !== HALL),
        full: found.length >= MOST_ITEMS,
      })
      this.keep()
    },
    keep() {
      const { codes, person } = this.data
      keepForm('visit', openDraft<Visit>('visit', EMPTY), { codes, person })
    },
    addItem() {
      this.setData({ choosingItem: true })
    },
    closeItems() {
      this.setData({ choosingItem: false })
    },
    async itemChosen(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.setData({ choosingItem: false })
      await this.setCodes(
        [...new Set([...this.data.codes, event.detail.code])].slice(0, MOST_ITEMS),
      )
    },
    async removeItem(event: WechatMiniprogram.TouchEvent) {
      await this.setCodes(
        this.data.codes.filter((code) => code !== event.currentTarget.dataset.code),
      )
    },
    changeTime() {
      goBack('/packages/booking/slots/slots')
    },
    changePerson() {
      this.setData({ choosingPerson: true })
    },
    closePerson() {
      this.setData({ choosingPerson: false })
    },
    personChosen(event: WechatMiniprogram.CustomEvent<{ person: PersonForm | null }>) {
      this.setData({ person: event.detail.person, choosingPerson: false })
      this.keep()
    },
    tick(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.setData({ ticked: toggleTick(TICKS, this.data.ticked, event.detail.id) })
    },
    register() {
      go('/packages/help/register/register?why=book')
    },
    typeHome(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ home: event.detail.value, homeError: '' })
    },
    async confirm() {
      if (this.data.busy) return
      if (this.data.codes.length === 0) return this.addItem()
      if (!this.data.who.known) return this.register()
      if (!this.data.who.registered && !this.data.person) return this.changePerson()
      if (this.data.slot?.home && !this.data.home.trim()) {
        return this.setData({ homeError: '写上到哪里去，几组、谁家隔壁' })
      }
      await this.book(() => askPermission(['booking']))
    },
    async book(first?: () => Promise<void>) {
      if (this.data.busy) return
      const { slotId, codes, person, wait, home, slot } = this.data
      const name = `${wait ? 'wait' : 'book'}:${slotId}`
      const { requestId } = openDraft(name, {})
      const words = { failed: '没约上', kept: '您选的都在', again: '再约一次', leaves: true, first }
      const booking = bookingOf(slotId, codes, person, requestId, slot?.home ? home.trim() : '')
      let instead: Instead | null = null
      const appointment = await act(this, words, () =>
        (wait ? joinWaitlist : book)(booking).catch((error: unknown) => {
          instead = insteadOf(error)
          throw error
        }),
      )
      if (!appointment) return this.refused(name, instead)
      closeDraft(name)
      closeDraft('visit')
      dropCache(APPOINTMENTS_KEY)
      replace(`/packages/booking/ticket/ticket?id=${appointment.id}&new=1`)
    },
    /** It is full: the nearest free times instead of an apology. */
    offer({ nearest, canWait }: Instead) {
      this.setData({
        trouble: null,
        nearest: nearestRows(nearest, businessDate(new Date())),
        canWait,
      })
    },
    closeNearest() {
      this.setData({ nearest: [], canWait: false })
    },
    async takeNearest(event: WechatMiniprogram.TouchEvent) {
      const row = this.data.nearest.find(({ id }) => id === event.currentTarget.dataset.id)
      if (!row) return
      const { slot } = row
      this.closeNearest()
      this.setData({
        slot,
        slotId: slot.id,
        wait: false,
        when: `${spokenTime(slot.start)}–${spokenTime(slot.end)}`,
      })
      await this.book()
    },
    async waitInstead() {
      this.closeNearest()
      this.setData({ wait: true })
      await this.book()
    },
    /** What the server refused was not booked: another try is another request. */
    refused(name: string, instead: Instead | null) {
      const code = this.data.trouble?.code
      if (code === 'UNAUTHENTICATED') {
        this.setData({ trouble: null })
        return this.register()
      }
      if (code && code !== 'OFFLINE' && code !== 'UNREACHABLE') closeDraft(name)
      if (instead && (instead.nearest.length > 0 || instead.canWait)) this.offer(instead)
      else if (code === 'CONFLICT' && !this.data.wait) this.setData({ trouble: ALREADY })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      if (this.data.trouble?.code === 'CONFLICT') goTab('/pages/appointments/appointments')
      else void this.book()
    },
    onShareAppMessage() {
      const { slot } = this.data
      return { title: slot ? `${spokenDate(slot.date)}去办事` : '约个号', path: '/pages/home/home' }
    },
  },
})
