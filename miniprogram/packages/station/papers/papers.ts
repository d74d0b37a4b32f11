import { act, actState } from '../../../services/act'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { closeDraft, openDraft } from '../../../services/drafts'
import { carried, fetchTasks, INBOX_KEY } from '../../../services/office'
import type { Inbox } from '../../../services/office'
import { page } from '../../../services/page'
import { businessDate } from '../../../shared/dates'
import { carryRows, handOverText, originalRows } from './view'
import type { CarryRow, OriginalRow } from './view'

/** 手里的材料: what is to be brought to the township by when, what is to be given back. */
page({
  data: {
    ...pageState(),
    ...actState(),
    carry: [] as CarryRow[],
    originals: [] as OriginalRow[],
    /** Who was just ticked off. */
    done: '',
  },
  methods: {
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, { key: INBOX_KEY, fetch: fetchTasks, show: (all: Inbox) => this.show(all) })
    },
    show({ tasks }: Inbox) {
      const today = businessDate(new Date())
      this.setData({ carry: carryRows(tasks, today), originals: originalRows(tasks) })
    },
    async bring(event: WechatMiniprogram.TouchEvent) {
      const id = String(event.currentTarget.dataset.id)
      const row = this.data.carry.find((one) => one.id === id)
      if (!row) return
      Object.assign(this, { last: event })
      const words = { failed: '刚才没记上', kept: '材料还在您这里', again: '再记一次' }
      const { requestId } = openDraft(`carry:${id}`, {})
      const sent = await act(this, words, async () => {
        await carried(id, requestId)
        return true
      })
      if (!sent) return
      closeDraft(`carry:${id}`)
      this.setData({ done: `${row.who}的材料送到了` })
      await this.refresh()
    },
    again() {
      const { last } = this as unknown as { last?: WechatMiniprogram.TouchEvent }
      if (last) void this.bring(last)
    },
    giveBack(event: WechatMiniprogram.TouchEvent) {
      const id = String(event.currentTarget.dataset.id)
      go(`/packages/office/step/step?id=${id}&step=returnOriginals`)
    },
    copy() {
      const data = handOverText(this.data.carry, businessDate(new Date()))
      void wx.setClipboardData({ data, fail: () => undefined })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
