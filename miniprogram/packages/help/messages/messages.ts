import { INBOX_KEY, fetchInbox, markRead } from '../../../services/account'
import type { Message } from '../../../services/account'
import { load, loadMore, pageState, sayWhen } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'

interface Row {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly when: string
  readonly unread: boolean
  readonly target: string
}

interface Inbox {
  readonly messages: readonly Message[]
  readonly next: string | null
}

/** 消息: everything that WeChat tells, and what it may not tell, is here. */
page({
  data: { ...pageState(), rows: [] as Row[], next: null as string | null, busy: false },
  methods: {
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: INBOX_KEY,
        fetch: () => fetchInbox(),
        show: ({ messages, next }: Inbox) => this.setData({ rows: messages.map(rowOf), next }),
      })
    },
    async more() {
      const { next } = this.data
      if (!next) return
      await loadMore(this, async () => {
        const older = await fetchInbox(next)
        return { rows: [...this.data.rows, ...older.messages.map(rowOf)], next: older.next }
      })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const row = this.data.rows.find(({ id }) => id === event.currentTarget.dataset.id)
      if (!row) return
      if (row.unread) void markRead([row.id]).catch(() => undefined)
      this.setData({
        rows: this.data.rows.map((one) => (one === row ? { ...one, unread: false } : one)),
      })
      if (row.target) go(row.target)
    },
  },
})

const rowOf = (message: Message): Row => ({
  id: message.id,
  title: message.title,
  text: message.text,
  when: sayWhen(Date.parse(message.at)),
  unread: !message.read,
  target: message.target,
})
