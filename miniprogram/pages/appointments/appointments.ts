import { APPOINTMENTS_KEY, fetchAppointments, keptAppointments } from '../../services/appointment'
import type { Appointment } from '../../services/appointment'
import { hasCode } from '../../services/call'
import { load, pageState } from '../../services/load'
import { selectTab } from '../../services/tabs'
import { businessDate, relativeDate, spokenTime } from '../../shared/dates'
import { go } from '../../services/navigate'
import { page } from '../../services/page'

interface Row {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly line: string
  readonly good: boolean
  readonly tag: { tone: string; icon: string; text: string }
}

const TAGS: Readonly<Record<Appointment['status'], Row['tag']>> = {
  booked: { tone: 'ok', icon: 'check-circle', text: '能用' },
  waiting: { tone: 'info', icon: 'hourglass', text: '排队中' },
  offered: { tone: 'act', icon: 'error-circle', text: '等您回话' },
  moved: { tone: 'off', icon: 'swap', text: '已改期' },
  cancelled: { tone: 'off', icon: 'close', text: '已取消' },
  past: { tone: 'off', icon: 'history', text: '已过' },
}

/** 预约: my tickets, usable ones first; they open without network. */
page({
  data: { ...pageState(), coming: [] as Row[], past: [] as Row[] },
  methods: {
    onShow() {
      selectTab(this, 1)
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: APPOINTMENTS_KEY,
        fetch: async () => {
          try {
            return await fetchAppointments()
          } catch (error) {
            // Nobody has registered on this phone, so nothing was booked.
            if (hasCode(error, 'UNAUTHENTICATED')) return keptAppointments()
            throw error
          }
        },
        show: (appointments: Appointment[]) => this.show(appointments),
      })
    },
    show(appointments: Appointment[]) {
      const rows = appointments.map(rowOf)
      this.setData({
        coming: rows.filter(({ good }) => good),
        past: rows.filter(({ good }) => !good),
      })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/booking/ticket/ticket?id=${String(event.currentTarget.dataset.id)}`)
    },
    book() {
      go('/packages/booking/slots/slots')
    },
  },
})

function rowOf({ id, slot, place, ticket, name, items, status }: Appointment): Row {
  const day = relativeDate(slot.date, businessDate(new Date()))
  const first = items[0]?.name ?? ''
  return {
    id,
    title: `${day} ${spokenTime(slot.start)}${ticket ? `，${ticket}号` : ''}`,
    place: place.address,
    line: `${name}，${items.length > 1 ? `办${String(items.length)}件事` : first}`,
    good: status === 'booked' || status === 'waiting' || status === 'offered',
    tag: TAGS[status],
  }
}
