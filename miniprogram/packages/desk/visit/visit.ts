import { actState } from '../../../services/act'
import { call } from '../../../services/call'
import { load, loadMore, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { dial } from '../../../services/phone'
import { businessDate, halfDay, relativeDate, spokenDate, spokenTime } from '../../../shared/dates'
import type { Route, Stop, Visit } from '../calls'
import { send, sendAgain } from '../send'

const rowOf = ({
  id,
  on,
  villageId,
  villageName,
  byName,
  name,
  text,
  opinion,
  issueId,
}: Visit) => ({
  id,
  villageId,
  text: text ?? '',
  /** Written down, but the signal was gone before it was handed on. */
  waits: opinion && !issueId,
  title: `${relativeDate(on, businessDate(new Date()))}，${villageName}`,
  line: name ? `${name}说：${text ?? ''}` : (text ?? '没记名字和话'),
  byName,
  state: issueId ? '意见登记了，有人办' : opinion ? '意见还没登记' : '',
})

/** Whether one can ring before the visit, and what stands there when one cannot. */
const DIALS: Readonly<Record<Stop['asked'][number]['phone'], string>> = {
  now: '',
  later: '前一天18点起能打电话',
  over: '',
  none: '',
}

/** One opinion is one matter, however often and from where it is handed on. */
async function handOn(visit: { id: string; villageId: string; text: string }): Promise<void> {
  const requestId = `visit-${visit.id}`.slice(0, 64)
  const { villageId, text } = visit
  const { issue } = await call('case', 'raise', { kind: 'suggestion', text, villageId, requestId })
  await call('office', 'visitIssue', { id: visit.id, issueId: issue.id, requestId })
}

const stopOf = ({ placeId, name, address, start, end, booked, asked, location, agent }: Stop) => ({
  placeId,
  name,
  location,
  agent,
  address,
  line: `${spokenTime(start)}到${spokenTime(end)}，约了${String(booked)}人`,
  asked: asked.map(({ id, start: at, name: who, note, home, phone }) => ({
    id,
    who,
    text: `${home ? halfDay(at) : spokenTime(at)} ${who}：${note}`,
    dials: phone === 'now',
    note: home && phone === 'none' ? '没留电话' : DIALS[phone],
  })),
})

interface Loaded {
  readonly visits: Visit[]
  readonly next: string | null
  readonly route: Route
}

/** 走访: what somebody agrees to have written down; an opinion becomes a matter by one tap. */
page({
  data: {
    ...pageState(),
    ...actState(),
    village: null as { id: string; name: string } | null,
    choosing: false,
    consent: false,
    name: '',
    text: '',
    error: '',
    /** The day of the stops, and why it is not the Thursday. */
    when: '',
    moved: '',
    stops: [] as ReturnType<typeof stopOf>[],
    visits: [] as ReturnType<typeof rowOf>[],
    next: null as string | null,
  },
  methods: {
    onLoad() {
      void this.refresh()
    },
    async refresh() {
      await load<Loaded>(this, {
        key: 'visits',
        fetch: async () => {
          const [list, route] = await Promise.all([
            call('office', 'visits', {}),
            call('office', 'route', {}),
          ])
          return { ...list, route }
        },
        show: ({ visits, next, route: { date, movedFrom, stops } }) =>
          this.setData({
            visits: visits.map(rowOf),
            next,
            when: date ? relativeDate(date, businessDate(new Date())) : '',
            moved: movedFrom ? `${spokenDate(movedFrom)}放假，改到这天` : '',
            stops: stops.map(stopOf),
          }),
      })
    },
    async more() {
      const { visits, next } = this.data
      if (!next) return
      await loadMore(this, async () => {
        const answer = await call('office', 'visits', { cursor: next })
        return { visits: [...visits, ...answer.visits.map(rowOf)], next: answer.next }
      })
    },
    chooseVillage() {
      this.setData({ choosing: true })
    },
    villageChosen(event: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
      this.setData({ village: event.detail, choosing: false, error: '' })
    },
    closeVillages() {
      this.setData({ choosing: false })
    },
    toggleConsent() {
      this.setData({ consent: !this.data.consent, error: '' })
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const { key } = event.currentTarget.dataset as { key: 'name' | 'text' }
      this.setData({ [key]: event.detail.value, error: '' })
    },
    openMap(event: WechatMiniprogram.TouchEvent) {
      const stop = this.data.stops.find(({ placeId }) => placeId === event.currentTarget.dataset.id)
      if (!stop?.location) return
      const { location, name, address } = stop
      wx.openLocation({ ...location, name, address, fail: () => undefined })
    },
    callAgent(event: WechatMiniprogram.TouchEvent) {
      const stop = this.data.stops.find(({ placeId }) => placeId === event.currentTarget.dataset.id)
      if (stop?.agent) dial(stop.agent.phone)
    },
    /** The number comes only now, is not kept on the phone, and that it was looked at is written down. */
    async ring(event: WechatMiniprogram.TouchEvent) {
      const { id } = event.currentTarget.dataset as { id: string }
      await send(
        this,
        (requestId) => call('office', 'dialVisit', { id, requestId }),
        ({ phone }) => {
          dial(phone)
        },
      )
    },
    async save() {
      await this.record(false)
    },
    /** 意见: written down and handed to those who have to answer, in one tap. */
    async saveOpinion() {
      if (!this.data.text.trim()) return this.setData({ error: '先写下他说了什么' })
      if (!this.data.consent) return this.setData({ error: '先问他同不同意记下来' })
      await this.record(true)
    },
    async record(opinion: boolean) {
      const { village, consent, name, text } = this.data
      if (!village) return this.setData({ error: '先选去的是哪个村' })
      const words = consent ? { name, text } : {}
      await send(
        this,
        async (requestId) => {
          const { visit } = await call('office', 'visit', {
            villageId: village.id,
            on: businessDate(new Date()),
            consent,
            ...words,
            opinion,
            requestId,
          })
          if (opinion) await handOn({ id: visit.id, villageId: village.id, text })
        },
        () => undefined,
      )
      if (this.data.trouble) return
      this.setData({ name: '', text: '', consent: false })
      void wx.showToast({ title: opinion ? '登记了，会有人答复' : '记下了', icon: 'none' })
      await this.refresh()
    },
    async handOver(event: WechatMiniprogram.TouchEvent) {
      const row = this.data.visits.find(({ id }) => id === event.currentTarget.dataset.id)
      if (!row) return
      await send(
        this,
        () => handOn(row),
        () => undefined,
      )
      if (!this.data.trouble) await this.refresh()
    },
    again() {
      sendAgain(this)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
