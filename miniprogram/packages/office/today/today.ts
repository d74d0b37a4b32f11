import { keptMe, me } from '../../../services/account'
import { fetchSlots, slotsKey } from '../../../services/appointment'
import { fetchOrKept } from '../../../services/cache'
import { venues } from '../../../services/catalog'
import type { Venue } from '../../../services/catalog'
import { load, pageState } from '../../../services/load'
import { dayKey, fetchDay } from '../../../services/office'
import type { Day, Visitor } from '../../../services/office'
import { page } from '../../../services/page'
import { addDays, businessDate } from '../../../shared/dates'
import { daySentence, leavesOf, MOST_VISITORS, timeRows } from './view'
import type { Leaf, TimeRow } from './view'

const HALL = 'hall'
/** The hall is open every workday, a village on Thursdays. */
const DAYS_AHEAD = { hall: 14, village: 45 }

let visitors: readonly Visitor[] = []

/** 今天谁来: who booked at one place on one day, by time. */
page({
  data: {
    ...pageState(),
    venueId: '',
    venueName: '',
    venues: [] as Pick<Venue, 'id' | 'name'>[],
    canChoose: false,
    choosing: false,
    strip: [] as Leaf[],
    date: '',
    sentence: '',
    rows: [] as TimeRow[],
    below: 0,
    shown: false,
  },
  methods: {
    async onLoad() {
      const account = (keptMe() ?? (await me().catch(() => null)))?.account
      const village = account?.staff?.villageId ?? ''
      const own = account?.staff
        ? account.roles.every((role) => role === 'agent' || role === 'villager')
        : false
      this.setData({
        venueId: own ? village : HALL,
        canChoose: !own,
        date: businessDate(new Date()),
      })
      await this.refresh()
    },
    async refresh() {
      const { venueId } = this.data
      void this.nameVenue(venueId)
      await Promise.all([this.showDay(this.data.date), this.showStrip(venueId)])
      // Today is no day of this place: the next one is what one wants to see.
      const [first] = this.data.strip
      if (first && this.data.date < first.date) await this.showDay(first.date)
    },
    async showDay(date: string) {
      const { venueId } = this.data
      this.setData({ date })
      await load(this, {
        key: dayKey(venueId, date),
        fetch: () => fetchDay(venueId, date),
        show: (day: Day) => {
          // An answer that comes late must not stand under another day.
          if (this.data.date === date && this.data.venueId === venueId) this.drawDay(day, date)
        },
      })
    },
    drawDay(day: Day, date: string) {
      visitors = day.visitors
      this.setData({ shown: true, sentence: daySentence(day, date, businessDate(new Date())) })
      this.drawRows(MOST_VISITORS)
    },
    drawRows(most: number) {
      this.setData({
        rows: timeRows(visitors.slice(most - MOST_VISITORS, most), !this.data.canChoose),
        below: Math.max(0, visitors.length - most),
      })
    },
    showBelow() {
      this.drawRows(visitors.length - this.data.below + MOST_VISITORS)
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    async showStrip(venueId: string) {
      const today = businessDate(new Date())
      const ahead = venueId === HALL ? DAYS_AHEAD.hall : DAYS_AHEAD.village
      const slots = await fetchOrKept(slotsKey(venueId, today), () =>
        fetchSlots(venueId, today, addDays(today, ahead)),
      ).catch(() => [])
      if (this.data.venueId === venueId) this.setData({ strip: leavesOf(slots, today) })
    },
    async nameVenue(venueId: string) {
      const all = await venues().catch(() => [])
      this.setData({
        venues: all.map(({ id, name }) => ({ id, name })),
        venueName: all.find(({ id }) => id === venueId)?.name ?? '',
      })
    },
    pickDay(event: WechatMiniprogram.TouchEvent) {
      void this.showDay(String(event.currentTarget.dataset.date))
    },
    choose() {
      this.setData({ choosing: true })
    },
    close() {
      this.setData({ choosing: false })
    },
    async pickVenue(event: WechatMiniprogram.TouchEvent) {
      this.setData({
        ...pageState(),
        choosing: false,
        shown: false,
        strip: [],
        venueId: String(event.currentTarget.dataset.id),
        date: businessDate(new Date()),
      })
      await this.refresh()
    },
  },
})
