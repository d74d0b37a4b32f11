import { home, keptHome } from '../../../services/catalog'
import { sayWhy } from '../../../services/call'
import { keptMe, me } from '../../../services/account'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { fetchTasks, INBOX_KEY, taskPermits } from '../../../services/office'
import type { Inbox, Task } from '../../../services/office'
import { newRequestId } from '../../../services/request-id'
import { askAnswers } from '../../../services/subscribe'
import { page } from '../../../services/page'
import { businessDate } from '../../../shared/dates'
import { takeDone } from '../done'
import { receivesPeople } from '../../../services/roles'
import { countsOf, sectionsOf, WINDOW } from './view'
import type { Count, Section } from './view'

/** Everything loaded stays out of setData; only a window of it is drawn. */
let tasks: Task[] = []
let next: string | null = null

/** 要我办的: the most urgent first. */
page({
  data: {
    ...pageState(),
    shown: false,
    counts: [] as Count[],
    sections: [] as Section[],
    from: 0,
    below: '',
    loadingMore: false,
    moreFailed: '',
    permits: -1,
    asking: false,
    /** At a window or in an office: people come in. */
    receives: false,
    done: '',
    nextTask: null as { id: string; text: string } | null,
  },
  methods: {
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const done = takeDone()
      this.setData({ receives: receivesPeople(keptMe()?.account ?? null) })
      await load(this, {
        key: INBOX_KEY,
        fetch: fetchTasks,
        show: (page: Inbox) => this.showFirst(page),
      })
      if (done) this.showDone(done.text)
      void this.nameVillages()
      void this.countPermits()
    },
    showFirst(page: Inbox) {
      tasks = page.tasks
      next = page.next
      this.showWindow(0)
    },
    showWindow(from: number) {
      const rest = tasks.length - from - WINDOW
      const villages = keptHome()?.villages ?? []
      this.setData({
        shown: true,
        from,
        counts: countsOf(tasks, next !== null),
        sections: sectionsOf(
          tasks.slice(from, from + WINDOW),
          (id) => villages.find((village) => village.id === id)?.name ?? '',
          businessDate(new Date()),
        ),
        below: rest > 0 ? `下面还有${String(rest)}件${next ? '多' : ''}` : next ? '下面还有' : '',
      })
    },
    /** A phone that opens here first does not know the villages' names yet. */
    async nameVillages() {
      if (keptHome()) return
      await home().catch(() => null)
      if (keptHome()) this.showWindow(this.data.from)
    },
    async showMore() {
      if (this.data.loadingMore) return
      const from = this.data.from + WINDOW
      this.setData({ loadingMore: true, moreFailed: '' })
      try {
        if (tasks.length < from + WINDOW && next) {
          const page = await fetchTasks(next)
          tasks = [...tasks, ...page.tasks]
          next = page.next
        }
        this.showWindow(from)
        void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
      } catch (error) {
        this.setData({ moreFailed: sayWhy(error) })
      } finally {
        this.setData({ loadingMore: false })
      }
    },
    showUrgent() {
      this.showWindow(0)
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    showDone(text: string) {
      const [first] = tasks
      this.setData({
        done: text,
        nextTask: first
          ? { id: first.caseId, text: `${first.itemName}，${first.applicantName}` }
          : null,
      })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      this.setData({ done: '' })
      go(`/packages/office/case/case?id=${String(event.currentTarget.dataset.id)}`)
    },
    receive() {
      go('/packages/office/intake/intake')
    },
    async countPermits() {
      if (!keptMe()) await me().catch(() => null)
      this.setData({ receives: receivesPeople(keptMe()?.account ?? null) })
      const permits = await taskPermits({}, newRequestId()).catch(() => -1)
      this.setData({ permits })
    },
    /** WeChat allows its dialog only from a tap, so this stays the first thing that a tap does. */
    async topUp() {
      if (this.data.asking) return
      this.setData({ asking: true })
      const answers = await askAnswers(['task'])
      const left = answers ? await taskPermits(answers, newRequestId()).catch(() => -1) : -1
      this.setData({ asking: false, permits: left < 0 ? this.data.permits : left })
      if (!answers) void wx.showToast({ title: '提醒没打开，消息都在“我的”里', icon: 'none' })
    },
  },
})
