import { keptMe, me } from '../../../services/account'
import { fetchOrKept } from '../../../services/cache'
import { fetchCases } from '../../../services/case'
import { home } from '../../../services/catalog'
import { load, pageState } from '../../../services/load'
import { go, replace } from '../../../services/navigate'
import { dayKey, fetchDay, fetchTasks, INBOX_KEY } from '../../../services/office'
import type { Inbox } from '../../../services/office'
import { page } from '../../../services/page'
import { businessDate } from '../../../shared/dates'
import { HELPED_KEY, helpedPeople } from '../people'
import type { Helped } from '../people'
import { inHandText, MOST_ROWS, nextDay, openRows, visitorRows } from './view'
import type { NextDay, OpenRow } from './view'

/** 本村: the agent helps somebody who came, watches what is open, knows who comes on Thursday. */
page({
  data: {
    ...pageState(),
    shown: false,
    villageId: '',
    open: [] as OpenRow[],
    openCount: '',
    /** What lies with the agent: papers to bring, originals to give back. */
    inHand: '',
    day: null as NextDay | null,
    dayLine: '',
    visitors: [] as ReturnType<typeof visitorRows>,
    people: [] as Helped[],
  },
  methods: {
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: INBOX_KEY,
        fetch: fetchTasks,
        show: (inbox: Inbox) => this.showOpen(inbox),
      })
      await Promise.all([this.showVillage(), this.showPeople()])
    },
    showOpen({ tasks, next }: Inbox) {
      this.setData({
        shown: true,
        open: openRows(tasks, businessDate(new Date())),
        inHand: inHandText(tasks),
        openCount: tasks.length > MOST_ROWS ? `${String(tasks.length)}${next ? '多' : ''}` : '',
      })
    },
    async showVillage() {
      const account = (keptMe() ?? (await me().catch(() => null)))?.account
      const villageId = account?.staff?.villageId ?? ''
      const data = await home().catch(() => null)
      const village = data?.villages.find(({ id }) => id === villageId)
      if (!data || !village) return
      void wx.setNavigationBarTitle({ title: village.name })
      const day = nextDay(data, villageId, businessDate(new Date()))
      this.setData({ villageId, day })
      if (day) await this.showDay(villageId, day.date)
    },
    async showDay(villageId: string, date: string) {
      const day = await fetchOrKept(dayKey(villageId, date), () => fetchDay(villageId, date)).catch(
        () => null,
      )
      if (!day) {
        this.setData({ dayLine: '没有信号，名单没取到。有信号再点“看名单”' })
        return
      }
      const { free } = day
      const count = day.visitors.length
      this.setData({
        visitors: visitorRows(day),
        dayLine: `${count ? `约了${String(count)}人` : '还没有人约'}，空${String(free)}个号`,
      })
    },
    async showPeople() {
      const cases = await fetchOrKept(HELPED_KEY, async () => (await fetchCases()).cases).catch(
        () => [],
      )
      this.setData({ people: helpedPeople(cases).slice(0, MOST_ROWS) })
    },
    help(event: WechatMiniprogram.TouchEvent) {
      const { name = '', way = 'submit' } = event.currentTarget.dataset as Record<string, string>
      const query = `way=${way}&name=${encodeURIComponent(name)}`
      go(`/packages/station/help/help?${query}`)
    },
    openCase(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/office/case/case?id=${String(event.currentTarget.dataset.id)}`)
    },
    openHandbook() {
      go('/packages/station/handbook/handbook')
    },
    papers() {
      go('/packages/station/papers/papers')
    },
    allOpen() {
      replace('/packages/office/inbox/inbox')
    },
    allVisitors() {
      replace('/packages/office/today/today')
    },
  },
})
