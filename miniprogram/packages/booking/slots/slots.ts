import { chooseVillage, keptMe, me, villageId } from '../../../services/account'
import { act, actState } from '../../../services/act'
import { APPOINTMENTS_KEY, fetchSlots, reschedule, slotsKey } from '../../../services/appointment'
import { dropCache } from '../../../services/cache'
import { closeDraft, openDraft } from '../../../services/drafts'
import type { Slot } from '../../../services/appointment'
import { home, venues } from '../../../services/catalog'
import type { Venue } from '../../../services/catalog'
import { load, pageState } from '../../../services/load'
import {
  addDays,
  businessDate,
  daysBetween,
  isBusinessDate,
  spokenDate,
} from '../../../shared/dates'
import { homeRows, movedNote } from './view'
import type { HomeRow } from './view'
import { firstOpen, slotDays } from '../../../shared/slot-days'
import type { SlotDay, SlotHalf } from '../../../shared/slot-days'
import { go, replace } from '../../../services/navigate'
import { page } from '../../../services/page'

const HALL = 'hall'
/** The hall is open every workday, a village on Thursdays: so many days are fetched. */
const DAYS_AHEAD = { hall: 14, village: 45 }

/** All days stay out of setData; only the strip and the chosen day are drawn. */
let days: SlotDay[] = []
/** 上门 of all days. */
let visits: Slot[] = []

/** 约个号: where, which day, which half hour. */
page({
  data: {
    ...pageState(),
    ...actState(),
    codes: '',
    /** 改时间: the appointment that moves; empty for a new one. */
    move: '',
    asking: false,
    wantedDate: '',
    place: 'village' as 'village' | 'hall',
    villageId: '',
    venue: null as Pick<Venue, 'name' | 'address' | 'sample' | 'phone'> | null,
    venueLine: '',
    strip: [] as Pick<SlotDay, 'date' | 'above' | 'day' | 'remaining' | 'open'>[],
    date: '',
    halves: [] as SlotHalf[],
    slotId: '',
    slotText: '',
    /** The chosen time is full: one can wait for it. */
    waits: false,
    homes: [] as HomeRow[],
    moved: '',
    choosingVillage: false,
    phone: '',
  },
  methods: {
    async onLoad({
      venue = '',
      date = '',
      codes = '',
      move = '',
    }: Record<string, string | undefined>) {
      const wantedDate = isBusinessDate(date) ? date : ''
      if (move) void wx.setNavigationBarTitle({ title: '改时间' })
      this.setData({ codes, wantedDate, move, place: venue === HALL ? 'hall' : 'village' })
      if (!keptMe()) await me().catch(() => undefined)
      this.setData({ villageId: venue && venue !== HALL ? venue : villageId() })
      void home().then(({ township }) => this.setData({ phone: township.station.phone }), ignore)
      await this.refresh()
    },
    async refresh() {
      const { place, villageId: village } = this.data
      const venueId = place === 'hall' ? HALL : village
      if (!venueId) {
        this.setData({ status: 'ready', strip: [], halves: [] })
        return
      }
      void this.showVenue(venueId)
      const from = businessDate(new Date())
      await load(this, {
        key: slotsKey(venueId, from),
        fetch: () => fetchSlots(venueId, from, addDays(from, DAYS_AHEAD[place])),
        show: (slots: Slot[]) => this.showSlots(slots),
      })
    },
    async showVenue(id: string) {
      const all = await venues().catch(() => [])
      const venue = all.find((one) => one.id === id)
      if (!venue) return
      const { name, address, sample, phone, agent } = venue
      this.setData({
        venue: { name, address, sample, phone },
        venueLine: agent ? `乡里干部来，代办员${agent.name}也在` : venue.hours,
      })
    },
    showSlots(slots: Slot[]) {
      visits = slots.filter(({ home }) => home)
      const windows = slots.filter(({ home }) => !home)
      days = slotDays(windows, businessDate(new Date())).filter(
        ({ open, remaining, waits }) => open || remaining || waits,
      )
      const { date, wantedDate } = this.data
      const wanted =
        days.find((day) => day.date === (date || wantedDate)) ?? days.find(({ open }) => open)
      this.setData({
        strip: days.map(({ date, above, day, remaining, open }) => ({
          date,
          above,
          day,
          remaining,
          open,
        })),
      })
      this.showDay(wanted?.date ?? days[0]?.date ?? '')
    },
    showDay(date: string) {
      const day = days.find((one) => one.date === date)
      this.setData({
        date,
        halves: [...(day?.halves ?? [])],
        homes: homeRows(visits, date),
        moved: movedNote(day),
      })
      // The first free one is chosen already: one tap less, and any other is one tap away.
      const rows = day?.halves.flatMap(({ rows }) => rows) ?? []
      const still = rows.find(({ id, state }) => id === this.data.slotId && state === 'open')
      const row = still ?? firstOpen(day)
      this.choose(row?.id ?? '', row?.time ?? '', false)
    },
    choose(slotId: string, time: string, waits: boolean) {
      const slotText = slotId ? `${shortDay(this.data.date)} ${time}` : ''
      this.setData({ slotId, slotText, waits })
    },
    pickDay(event: WechatMiniprogram.TouchEvent) {
      this.showDay(String(event.currentTarget.dataset.date))
    },
    pickSlot(event: WechatMiniprogram.TouchEvent) {
      const {
        id = '',
        time = '',
        state,
        wait,
      } = event.currentTarget.dataset as Record<string, string | undefined>
      if (state === 'open') this.choose(id, time, false)
      else if (wait && !this.data.move) this.choose(id, time, true)
    },
    async pickPlace(event: WechatMiniprogram.TouchEvent) {
      const place = event.currentTarget.dataset.place === 'hall' ? 'hall' : 'village'
      if (place === this.data.place) return
      this.setData({
        ...pageState(),
        place,
        venue: null,
        date: '',
        strip: [],
        halves: [],
        slotId: '',
      })
      await this.refresh()
    },
    chooseVillage() {
      this.setData({ choosingVillage: true })
    },
    closeVillages() {
      this.setData({ choosingVillage: false })
    },
    async villageChosen(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { id } = event.detail
      if (!villageId()) chooseVillage(id)
      this.setData({
        ...pageState(),
        choosingVillage: false,
        villageId: id,
        venue: null,
        date: '',
        slotId: '',
      })
      await this.refresh()
    },
    pickHome(event: WechatMiniprogram.TouchEvent) {
      this.confirm(String(event.currentTarget.dataset.id), '')
    },
    next() {
      const { slotId, move, waits } = this.data
      if (!slotId) return
      if (move) this.setData({ asking: true })
      else this.confirm(slotId, waits ? '&wait=1' : '')
    },
    confirm(slotId: string, more: string) {
      const { codes, place, villageId: village } = this.data
      const venue = place === 'hall' ? HALL : village
      const query = `slot=${encodeURIComponent(slotId)}&venue=${venue}&codes=${codes}${more}`
      go(`/packages/booking/confirm/confirm?${query}`)
    },
    openItems() {
      go('/packages/guide/items/items?only=village')
    },
    closeAsk() {
      this.setData({ asking: false })
    },
    /** The old number stays until the new one is there. */
    async reschedule() {
      const { move, slotId } = this.data
      const name = `move:${move}:${slotId}`
      const { requestId } = openDraft(name, {})
      const words = { failed: '没改成', kept: '原来的号还在', again: '再改一次', leaves: true }
      const moved = await act(this, words, () => reschedule(move, slotId, requestId))
      this.setData({ asking: false })
      if (moved) {
        closeDraft(name)
        dropCache(APPOINTMENTS_KEY)
        replace(`/packages/booking/ticket/ticket?id=${moved.id}&new=1`)
        return
      }
      // Refused is not done: another try is another request, and the seats are asked for again.
      if (this.data.trouble?.code === 'OFFLINE') return
      closeDraft(name)
      await this.refresh()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})

/** `周四` within a week, where it cannot be mistaken; else the date. */
function shortDay(date: string): string {
  const [day = '', week = ''] = spokenDate(date).split(' ')
  return daysBetween(businessDate(new Date()), date) < 7 ? week : day
}

const ignore = (): void => undefined
