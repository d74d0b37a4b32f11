import { businessDate } from '../../shared/dates'
import { deadlineGrid } from '../../shared/deadline-grid'
import type { DeadlineClock } from '../../shared/deadline-grid'

/** 怎么算的: the deadline as a week grid, with its calculation in two sentences. */
Component({
  properties: {
    clock: { type: Object, value: null as unknown as object },
    /** False when it is decided: the clock stopped. */
    open: { type: Boolean, value: true },
  },
  data: {
    grid: null as ReturnType<typeof deadlineGrid> | null,
    counting: false,
    weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  },
  observers: {
    'clock, open'(clock: DeadlineClock | null, open: boolean) {
      if (clock) this.setData({ grid: deadlineGrid(clock, businessDate(new Date()), open) })
    },
  },
  methods: {
    count() {
      this.setData({ counting: !this.data.counting })
    },
  },
})
