import { actState } from '../../../services/act'
import { call } from '../../../services/call'
import { load, loadMore, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { dial } from '../../../services/phone'
import { newRequestId } from '../../../services/request-id'
import { addDays, businessDate, relativeDate, spokenTime, weekday } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import type { Stop, Visit } from '../calls'
import { send, sendAgain } from '../send'

const rowOf = ({ id, on, villageName, byName, name, text, opinion, issueId }: Visit) => ({
  id,
  title: `${relativeDate(on, businessDate(new Date()))}，${villageName}`,
  line: name ? `${name}说：${text ?? ''}` : (text ?? '没记名字和话'),
  byName,
  state: issueId ? '意见登记了，有人办' : opinion ? '意见还没登记' : '',
})

/** Today when it is Thursday, else the next one. */
const thursdayFrom = (today: BusinessDate): BusinessDate =>
  addDays(today, (4 - weekday(today) + 7) % 7)

const stopOf = ({ placeId, name, address, start, end, booked, asked, location, agent }: Stop) => ({
  placeId,
  name,
  location,
  agent,
  address,
  line: `${spokenTime(start)}到${spokenTime(end)}，约了${String(booked)}人`,
  asked: asked.map(({ start: at, name: who, note }) => `${spokenTime(at)} ${who}：${note}`),
})

interface Loaded {
  readonly visits: Visit[]
  readonly next: string | null
  readonly stops: Stop[]
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
    thursday: '',
    stops: [] as ReturnType<typeof stopOf>[],
    visits: [] as ReturnType<typeof rowOf>[],
    next: null as string | null,
  },
  methods: {
    onLoad() {
      void this.refresh()
    },
    async refresh() {
      const today = businessDate(new Date())
      const date = thursdayFrom(today)
      this.setData({ thursday: relativeDate(date, today) })
      await load<Loaded>(this, {
        key: 'visits',
        fetch: async () => {
          const [list, { stops }] = await Promise.all([
            call('office', 'visits', {}),
            call('office', 'route', { date }),
          ])
          return { ...list, stops }
        },
        show: ({ visits, next, stops }) =>
          this.setData({ visits: visits.map(rowOf), next, stops: stops.map(stopOf) }),
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
      const issueRequest = newRequestId()
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
          if (!opinion) return
          const { issue } = await call('case', 'raise', {
            kind: 'suggestion',
            text,
            villageId: village.id,
            requestId: issueRequest,
          })
          await call('office', 'visitIssue', {
            id: visit.id,
            issueId: issue.id,
            requestId: `${issueRequest}-link`,
          })
        },
        () => undefined,
      )
      if (this.data.trouble) return
      this.setData({ name: '', text: '', consent: false })
      void wx.showToast({ title: opinion ? '登记了，会有人答复' : '记下了', icon: 'none' })
      await this.refresh()
    },
    again() {
      sendAgain(this)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
