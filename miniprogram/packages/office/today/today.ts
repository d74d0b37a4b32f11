import { keptMe, me } from '../../../services/account'
import { fetchSlots, slotsKey } from '../../../services/appointment'
import { fetchOrKept } from '../../../services/cache'
import { venues } from '../../../services/catalog'
import type { Venue } from '../../../services/catalog'
import { load, pageState } from '../../../services/load'
import {
  callNext,
  checkIn,
  consultVisitor,
  dayKey,
  fetchDay,
  notThere,
  serveVisitor,
  walkIn,
} from '../../../services/office'
import type { Came, Day, Priority, QueueEntry, Visitor } from '../../../services/office'
import { act, actState } from '../../../services/act'
import { newRequestId } from '../../../services/request-id'
import { go } from '../../../services/navigate'
import { sharePaper } from '../../../services/share-paper'
import { page } from '../../../services/page'
import { addDays, businessDate } from '../../../shared/dates'
import { printList } from './print-list'
import { EMPTY_ARRIVAL, PRIORITIES, visitorActions } from './desk'
import type { DeskAction } from './desk'
import {
  countsLine,
  daySentence,
  leavesOf,
  MOST_VISITORS,
  queueRows,
  routeRows,
  timeRows,
} from './view'
import type { Leaf, QueueRow, TimeRow } from './view'

const HALL = 'hall'
const TAKING: readonly string[] = ['agent', 'window', 'cadre']
const OPENING: readonly string[] = ['agent', 'window', 'leader', 'admin']
/** The hall is open every workday, a village on Thursdays. */
const DAYS_AHEAD = { hall: 14, village: 45 }

let visitors: readonly Visitor[] = []
let shownDay: Day | null = null

/** 今天谁来: who booked at one place on one day; today also who is there, and who is next. */
page({
  data: {
    ...pageState(),
    ...actState(),
    isToday: false,
    queue: [] as QueueRow[],
    route: [] as ReturnType<typeof routeRows>,
    counts: '',
    /** What was just done, said on the page. */
    said: '',
    /** The visitor whose sheet is open. */
    person: null as QueueRow | null,
    actions: [] as readonly DeskAction[],
    arriving: false,
    arrival: { ...EMPTY_ARRIVAL },
    priorities: PRIORITIES,
    venueId: '',
    venueName: '',
    venues: [] as Pick<Venue, 'id' | 'name'>[],
    canChoose: false,
    /** Takes papers in at the counter: everybody but the leaders. */
    takes: false,
    /** May close a session, or open one more. */
    opens: false,
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
        takes: account?.roles.some((role) => TAKING.includes(role)) ?? false,
        opens: account?.roles.some((role) => OPENING.includes(role)) ?? false,
        date: businessDate(new Date()),
      })
      await this.refresh()
    },
    /** Back from the counter's form: what was done there is seen. */
    onShow() {
      if (this.data.shown) void this.showDay(this.data.date)
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
      shownDay = day
      visitors = day.visitors.filter(({ home }) => !home)
      const today = businessDate(new Date())
      this.setData({
        isToday: date === today,
        queue: date === today ? queueRows(day) : [],
        route: routeRows(day),
        counts: countsLine(day.counts),
      })
      this.setData({ shown: true, sentence: daySentence(day, date, businessDate(new Date())) })
      this.drawRows(MOST_VISITORS)
      const { person } = this.data
      if (person) this.showPerson(person.id)
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
    /** One thing at the desk: said when it is done, and the list is fresh. */
    async desk(said: (entry: QueueEntry) => string, task: () => Promise<QueueEntry | null>) {
      const words = { failed: '没做成', kept: '什么都没变', again: '' }
      const nobody = Symbol('nobody')
      const { person, arriving } = this.data
      const entry = await act(this, words, async () => (await task()) ?? nobody)
      // What was opened meanwhile stays open.
      if (this.data.person?.id === person?.id) this.setData({ person: null })
      if (arriving) this.setData({ arriving: false })
      if (entry === undefined) return
      this.setData({ said: typeof entry === 'symbol' ? '没有人在等了' : said(entry) })
      await this.showDay(this.data.date)
    },
    next() {
      const { venueId } = this.data
      return this.desk(
        ({ ticket, name }) => `请${ticket}号${name ? `，${name}` : ''}`,
        () => callNext(venueId, newRequestId()),
      )
    },
    async scan() {
      const scanned = await wx.scanCode({}).catch(() => null)
      if (!scanned) return
      const { venueId } = this.data
      await this.desk(arrived, () =>
        checkIn({ venueId, ticket: scanned.result.slice(0, 90), requestId: newRequestId() }),
      )
    },
    arrive() {
      this.setData({ arriving: true, arrival: { ...EMPTY_ARRIVAL } })
    },
    closeArrival() {
      this.setData({ arriving: false })
    },
    typeWho(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'arrival.who': event.detail.value })
    },
    pickPriority(event: WechatMiniprogram.TouchEvent) {
      const picked = event.currentTarget.dataset.priority as Priority
      const { priority } = this.data.arrival
      this.setData({ 'arrival.priority': picked === priority ? '' : picked })
    },
    /** Booked: by number or by name. */
    checkInTyped() {
      const { venueId, arrival } = this.data
      const who = arrival.who.trim()
      if (!who) return this.setData({ 'arrival.error': '写几号，或者写姓名' })
      const byNumber = /^\d{1,4}号?$/.test(who)
      return this.desk(arrived, () =>
        checkIn({
          venueId,
          ...(byNumber ? { number: parseInt(who, 10) } : { name: who }),
          ...(arrival.priority ? { priority: arrival.priority } : {}),
          requestId: newRequestId(),
        }),
      )
    },
    giveNumber() {
      const { venueId, arrival } = this.data
      return this.desk(arrived, () =>
        walkIn({
          venueId,
          name: arrival.who.trim(),
          ...(arrival.priority ? { priority: arrival.priority } : {}),
          requestId: newRequestId(),
        }),
      )
    },
    openPerson(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      this.showPerson(id)
    },
    /** What can be done with somebody, as the day stands now; nothing closes the sheet. */
    showPerson(id: string) {
      const visitor = this.visitor(id)
      const actions =
        visitor && this.data.isToday ? visitorActions(visitor.state, this.data.takes) : []
      if (!visitor || actions.length === 0) return this.setData({ person: null })
      const { ticket, name, state } = visitor
      return this.setData({
        person: { id, ticket, name: name || '没留名', note: state, tag: null },
        actions,
      })
    },
    closePerson() {
      this.setData({ person: null })
    },
    actOnPerson(event: WechatMiniprogram.TouchEvent) {
      const { venueId, person } = this.data
      const { key = '' } = event.currentTarget.dataset as { key?: DeskAction['key'] }
      if (!person || !key) return
      const { id } = person
      if (key === 'take') return this.take(id)
      if (key === 'consultation' && this.data.takes && !this.visitor(id)?.items.length) {
        return this.askTopic(id)
      }
      const requestId = newRequestId()
      const tasks: Readonly<
        Record<Exclude<DeskAction['key'], 'take'>, () => Promise<QueueEntry | null>>
      > = {
        checkIn: () => checkIn({ venueId, ticket: id, requestId }),
        call: () => callNext(venueId, requestId, id),
        absent: () => notThere(venueId, id, requestId),
        done: () => this.served(id, 'done'),
        case: () => this.served(id, 'case'),
        consultation: () => this.answered(id, requestId),
        again: () => this.served(id, 'again'),
      }
      const said = this.data.actions.find((action) => action.key === key)?.said ?? ''
      return this.desk(({ ticket }) => `${ticket}号${said}`, tasks[key])
    },
    served(id: string, came: Came) {
      return serveVisitor({ venueId: this.data.venueId, id, came, requestId: newRequestId() })
    },
    /** 咨询: counted as one, about what they booked for. */
    async answered(id: string, requestId: string) {
      const { venueId, date, takes } = this.data
      const visitor = this.visitor(id)
      if (!takes || !visitor) return this.served(id, 'consultation')
      await consultVisitor({ venueId, date, id }, requestId)
      return { ...visitor, state: 'served' as const, ahead: 0, dueAt: null }
    },
    visitor(id: string) {
      return [...(shownDay?.visitors ?? []), ...(shownDay?.walkIns ?? [])].find(
        (one) => one.id === id,
      )
    },
    /** They booked nothing: what they asked about is chosen. */
    askTopic(id: string) {
      this.setData({ person: null })
      go(`/packages/affairs/form/form?form=consultation&id=${id}&kind=${this.data.venueId}`)
    },
    /** 收件: the form knows the rest from the day that is kept. */
    take(id: string) {
      const { venueId, date } = this.data
      this.setData({ person: null })
      go(`/packages/office/intake/intake?visitor=${id}&venue=${venueId}&date=${date}`)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    /** For the wall and for the pocket: a page that any computer prints. */
    async print() {
      const { venueName, date } = this.data
      if (!shownDay) return
      const list = printList(venueName, date, shownDay)
      const instead = '名单还在这一页。在电脑上的微信里打开再点一次，或者抄在纸上。'
      this.setData({ trouble: await sharePaper(`${date}名单.html`, list, instead) })
    },
    openHall() {
      go(`/packages/booking/hall/hall?venue=${this.data.venueId}`)
    },
    openSessions() {
      const { venueId, date, venueName } = this.data
      const query = `venue=${venueId}&date=${date}&name=${encodeURIComponent(venueName)}`
      go(`/packages/office/sessions/sessions?${query}`)
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

const arrived = ({ ticket, ahead }: QueueEntry): string =>
  `${ticket}号到了，${ahead > 0 ? `前面还有${String(ahead)}人` : '下一个就是'}`
